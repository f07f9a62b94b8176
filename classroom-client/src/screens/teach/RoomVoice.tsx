import type { PeerId } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { LevelBar } from './LevelBar.tsx';
import css from './RoomTile.module.css';

interface Props {
  readonly peerId: PeerId;
  readonly media: Pick<LessonMedia, 'store'>;
}

/** What fills the bar and what leaves it empty, dBov. */
const FULL_DB = -10;
const EMPTY_DB = -60;

/** [AU1] A classroom has the turn: how loud it arrives at the server. */
export function RoomVoice({ peerId, media }: Props) {
  const t = useT();
  const volume = useMedia(media.store, ({ levels }) => levels[peerId]);
  return (
    <b className={css.floor}>
      {t('teach.speaksNow')}
      <LevelBar level={levelOf(volume)} />
    </b>
  );
}

/** A loudness in dBov as a share of the bar; none is silence. */
function levelOf(volume = EMPTY_DB): number {
  return Math.min(1, Math.max(0, (volume - EMPTY_DB) / (FULL_DB - EMPTY_DB)));
}
