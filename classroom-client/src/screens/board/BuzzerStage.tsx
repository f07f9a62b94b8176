import type { BuzzerRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { entrantLabel } from '../../lesson/entrant-label.ts';
import { secondsLeft } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './BuzzerStage.module.css';
import type { BoardProps } from './board-props.ts';

/** More characters than this take a smaller size, so that a name stays on one line. */
const LONG_NAME = 8;

/** The whole board is the countdown, then the winner. */
export function BuzzerStage({ view, room, names, now, round }: BoardProps & { readonly round: BuzzerRound }) {
  const t = useT();
  const winner = round.order?.[0]?.entrant;
  if (round.phase === 'armed') {
    return (
      <main className={css.stage}>
        <h1 className={css.call}>{t('board.buzzArmed')}</h1>
      </main>
    );
  }
  if (round.order === null) {
    return (
      <main className={css.stage}>
        <h1 className={css.call}>{t('board.buzzReady')}</h1>
        <p role="timer" className={css.number}>
          {secondsLeft(now, round.closesAt ?? now)}
        </p>
        <p className={css.line}>{round.prompt || t('board.buzzLine')}</p>
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
