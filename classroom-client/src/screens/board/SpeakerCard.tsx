import type { Turn } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { handLabel } from '../../lesson/seat-label.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';

interface Props extends BoardProps {
  readonly turns: readonly Turn[];
  readonly media: Pick<LessonMedia, 'store'>;
}

/** Who of other classrooms may speak, and for how long still: those of a floor began together, so that one time is theirs. */
export function SpeakerCard({ view, names, now, turns, media }: Props) {
  const t = useT();
  const speaks = useMedia(media.store, (state) => state.speaks);
  const heard = turns.filter(({ classroomId }) => speaks.includes(classroomId));
  const chorus = view.floor.mode === 'chorus';
  const named = chorus ? heard : turns;
  const who = named.map((turn) => handLabel(t, { view, names }, turn)).join(t('common.listComma'));
  const endsAt = turns[0]?.endsAt ?? null;
  return (
    <div className={css.speaker} role="status">
      <p>{t('board.speaking', { who: who || t('board.everybody') })}</p>
      {endsAt !== null && <Countdown now={now} endsAt={endsAt} className={css.speakerTime} />}
    </div>
  );
}
