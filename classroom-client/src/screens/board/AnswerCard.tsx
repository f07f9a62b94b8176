import { arrivingIn, isRevealed, isUnderWay, type QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { answeredByAll, roomAnswers } from '../shared/answer-counts.ts';
import css from './AnswerCard.module.css';
import type { BoardProps } from './board-props.ts';
import { ClassroomResults } from './ClassroomResults.tsx';
import { NOBODYS_ROOM } from './nobodys-room.ts';

/** Beside the question: the time, how many of the own class have answered, and at the end how the classrooms did. */
export function AnswerCard({ view, room, now, round }: BoardProps & { readonly round: QuestionRound }) {
  const t = useT();
  const { phase, openedAt, opensAt, closesAt } = round;
  const { answered, expected } = roomAnswers(room, round);
  // A board knows how many have answered, and not who.
  const arriving = Math.min(arrivingIn(room, round), expected - answered);
  const runs = isUnderWay(round);
  const reading = runs && now < opensAt;
  // Answers that were on their way may still come.
  const over = phase === 'closed' || (runs && now >= closesAt);
  return (
    <section className={css.card} role="status">
      {reading && (
        <>
          <Countdown now={now} endsAt={opensAt} startsAt={openedAt} className={css.time} />
          <p>{t('board.readFirst')}</p>
        </>
      )}
      {runs && !reading && !over && (
        <>
          <Countdown now={now} endsAt={closesAt} startsAt={opensAt} className={css.time} />
          <p>{answers()}</p>
          {arriving > 0 && <p className={css.more}>{t('board.stillArriving', { count: arriving })}</p>}
        </>
      )}
      {over && <p>{t('board.timeUp')}</p>}
      {isRevealed(round) && <ClassroomResults view={view} room={room} round={round} />}
    </section>
  );

  function answers(): string {
    if (room.classroomId === NOBODYS_ROOM.classroomId)
      return t('board.answeredAll', { answered: answeredByAll(view, round) });
    return expected > 0 ? t('board.answered', { answered, expected }) : t('board.noTablets');
  }
}
