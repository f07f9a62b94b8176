import { refuse } from '../../../refusals.ts';
import type { LessonEvent } from '../../events.ts';
import { expectedOf } from '../../question/expected.ts';
import { groupsOf } from '../../question/groups.ts';
import { isUnderWay } from '../../question/is-under-way.ts';
import type { RoomTally } from '../../question/room-tally.ts';
import type { QuestionRound } from '../../question/round.ts';
import { tallyOf } from '../../question/tally-of.ts';
import type { LessonState } from '../../state.ts';
import type { Context } from '../context.ts';
import { happen, type Outcome } from '../outcome.ts';
import { portions } from '../portions.ts';
import { questionOf } from './phases.ts';

/** As many classrooms as an event may tally, so that none outgrows 4 kB. */
const ROOMS_PER_EVENT = 15;

/** [QZ5] The right answer and the counts are shown, once the question is closed. */
export function revealQuestion(state: LessonState, roundId: string, { now }: Context): Outcome {
  const round = questionOf(state, roundId);
  if (!round) return refuse('round/other');
  if (isUnderWay(round)) return refuse('round/not-closed');
  if (round.phase !== 'closed') return happen();
  const [rooms = {}, ...more] = portions(tallies(state, round), ROOMS_PER_EVENT).map((some) =>
    Object.fromEntries(some),
  );
  const { correct } = round.task;
  // Numbers are harmless together; what children wrote stays with the teacher until it is shown.
  const { groups, others } = round.task.kind === 'number' ? groupsOf(round) : { groups: [], others: 0 };
  const told = groups.map(({ label, count, right }) => ({ label, count, right }));
  return happen(
    { type: 'question.revealed', roundId, at: now, correct, rooms, groups: told, others },
    ...more.map((portion): LessonEvent => ({ type: 'question.tallied', roundId, rooms: portion })),
  );
}

/** [QZ13] The explanation follows the reveal. */
export function explainQuestion(state: LessonState, roundId: string, { now }: Context): Outcome {
  const round = questionOf(state, roundId);
  if (!round) return refuse('round/other');
  if (round.phase === 'explained') return happen();
  if (round.phase !== 'revealed') return refuse('round/not-revealed');
  const { explanation } = round;
  if (explanation === '') return refuse('question/no-explanation');
  return happen({ type: 'question.explained', roundId, at: now, explanation });
}

/** The classrooms of which somebody was expected. */
function tallies({ classrooms }: LessonState, round: QuestionRound): (readonly [string, RoomTally])[] {
  return Object.values(classrooms)
    .map((classroom) => {
      const { classroomId } = classroom;
      return [classroomId, tallyOf(round, classroomId, expectedOf(classroom, round))] as const;
    })
    .filter(([, { expected }]) => expected > 0);
}
