import { type Classroom, type LessonState, mayTalk } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import css from '../assistant/AssistantPanel.module.css';
import { ShareChoices } from '../shared/ShareChoices.tsx';

interface Props {
  readonly view: LessonState;
  readonly room: Classroom;
  /** The server's clock, ms. */
  readonly now: number;
  readonly media: LessonMedia;
  readonly onShared: () => void;
}

/** [SH1] While its class has the turn, the board may share its screen. */
export function ShareCard({ view, room, now, media, onShared }: Props) {
  const t = useT();
  if (room.own || view.phase !== 'live') return null;
  const mayShare = mayTalk(view, room.classroomId, now);
  return (
    <section className={css.card} aria-label={t('screen.share')}>
      <h3>{t('screen.share')}</h3>
      {mayShare ? <ShareChoices media={media} onShared={onShared} /> : <p className="muted">{t('screen.cardLine')}</p>}
    </section>
  );
}
