import { useT } from '../../i18n/use-t.ts';
import { BigMessage } from './BigMessage.tsx';

interface Props {
  readonly name: string;
  readonly points: number;
  readonly handUp: boolean;
  /** The lead teacher is missed, and the page has the words for it. */
  readonly teacherAway: boolean;
}

/** Between two rounds the lesson is on the board, not here. */
export function ListenScene({ name, points, handUp, teacherAway }: Props) {
  const t = useT();
  return (
    <BigMessage
      mood="calm"
      title={t('pupil.hello', { name })}
      line={t(teacherAway ? 'scenes.teacherAway' : handUp ? 'pupil.handUpLine' : 'pupil.lookAtBoard')}
    >
      {points > 0 && <p>{t('pupil.points', { count: points })}</p>}
    </BigMessage>
  );
}
