import { useT } from '../../i18n/use-t.ts';
import { BigMessage } from './BigMessage.tsx';

interface Props {
  readonly name: string;
  readonly points: number;
  readonly handUp: boolean;
}

/** Between two rounds the lesson is on the board, not here. */
export function ListenScene({ name, points, handUp }: Props) {
  const t = useT();
  return (
    <BigMessage
      mood="calm"
      title={t('pupil.hello', { name })}
      line={t(handUp ? 'pupil.handUpLine' : 'pupil.lookAtBoard')}
    >
      {points > 0 && <p>{t('pupil.points', { count: points })}</p>}
    </BigMessage>
  );
}
