import type { Turn } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';

interface Props extends BoardProps {
  readonly turn: Turn;
  readonly session: BoardSession;
}

/** This room has the turn: large and in the colour of "you are live", with the time and the way to end it. */
export function OwnTurn({ names, room, now, turn, session }: Props) {
  const t = useT();
  const microphone = useMedia(session.media.store, ({ own }) => own.microphone.state);
  const name =
    turn.seatId === null ? null : (names[turn.seatId] ?? t('common.seatNumber', { number: turn.number ?? 0 }));
  const live = room.own || microphone === 'on';
  return (
    <section className={css.own} role="status">
      <div>
        <h2>{live ? t('board.yourTurn') : t('board.getReady')}</h2>
        {name && <p>{t('board.yourTurnPupil', { name })}</p>}
      </div>
      <Countdown now={now} endsAt={turn.endsAt} className={css.time} />
      <Button size="large" onClick={() => void session.connection.send({ type: 'turn.end', turnId: turn.turnId })}>
        {t('board.endTurn')}
      </Button>
    </section>
  );
}
