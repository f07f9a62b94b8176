import type { BuzzerRound } from '@tongke/shared-types';
import { useStore } from 'zustand';
import { useT } from '../../i18n/use-t.ts';
import { entrantLabel } from '../../lesson/entrant-label.ts';
import { secondsLeft } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { BoardZones } from './BoardZones.tsx';
import css from './BuzzerStage.module.css';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';

/** More characters than this take a smaller size, so that a name stays on one line. */
const LONG_NAME = 8;

interface Props extends BoardProps {
  readonly round: BuzzerRound;
  readonly session: Pick<BoardSession, 'timing' | 'connection'>;
}

/** The whole board is the countdown, then the winner. In a room without tablets its zones are the buzzer. */
export function BuzzerStage({ view, room, names, now, round, session }: Props) {
  const t = useT();
  const shown = useStore(session.timing.cue);
  const cue = shown?.roundId === round.roundId ? shown : null;
  const winner = round.order?.[0]?.entrant;
  if (round.phase === 'armed' && !cue) {
    return (
      <main className={css.stage}>
        <h1 className={css.call}>{t('board.buzzArmed')}</h1>
      </main>
    );
  }
  if (round.order === null) {
    const zones = !Object.values(room.seats).some(({ online }) => online);
    const press = (zone: number, timeStamp: number) => {
      const stamps = session.timing.stamp(round.roundId, timeStamp);
      void session.connection.send({ type: 'buzzer.press', ...stamps, zone });
    };
    return (
      <main className={css.stage}>
        <h1 className={css.call}>{t('board.buzzReady')}</h1>
        {!zones && (
          <p role="timer" className={css.number}>
            {secondsLeft(now, round.closesAt ?? now)}
          </p>
        )}
        <p className={css.line}>
          {(cue?.prompt ?? round.prompt) || t(zones ? 'board.buzzLineZones' : 'board.buzzLine')}
        </p>
        {zones && <BoardZones key={round.roundId} round={round} classroomId={room.classroomId} onPress={press} />}
      </main>
    );
  }
  if (!winner) {
    return (
      <main className={css.stage}>
        <h1 className={css.nobody}>{t('board.buzzNobody')}</h1>
      </main>
    );
  }
  const ours = winner.classroomId === room.classroomId;
  const named = winner.kind === 'seat' && names[winner.seatId] !== undefined;
  const name =
    ours && !named && winner.kind === 'seat'
      ? t('common.seatNumber', { number: winner.number })
      : entrantLabel(t, { view, names }, winner);
  return (
    <main className={classNames(css.stage, css.won)}>
      {named && <p className={css.line}>{view.classrooms[winner.classroomId]?.name}</p>}
      <h1 className={classNames(css.winner, name.length > LONG_NAME && css.long)}>{name}</h1>
      <p className={css.call}>{t('board.buzzWinner')}</p>
    </main>
  );
}
