import type { QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { roomAnswers } from '../shared/answer-counts.ts';
import css from './AnswerCard.module.css';
import type { BoardProps } from './board-props.ts';
import { ClassroomResults } from './ClassroomResults.tsx';

/** Beside the question: the time, how many of the own class have answered, and at the end how the classrooms did. */
export function AnswerCard({ view, room, now, round }: BoardProps & { readonly round: QuestionRound }) {
  const t = useT();
  const { phase, opensAt, closesAt } = round;
  const { answered, expected } = roomAnswers(room, round);
  return (
    <section className={css.card} role="status">
      {phase === 'open' && (
        <>
          <Countdown now={now} endsAt={closesAt} startsAt={opensAt} className={css.time} />
          <p>{expected > 0 ? t('board.answered', { answered, expected }) : t('board.noTablets')}</p>
        </>
      )}
      {phase === 'closed' && <p>{t('board.timeUp')}</p>}
      {(phase === 'revealed' || phase === 'explained') && <ClassroomResults view={view} room={room} round={round} />}
    </section>
  );
}
