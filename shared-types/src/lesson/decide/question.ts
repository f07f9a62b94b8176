import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import { CHOICES } from '../choices.ts';
import { LATE_GRACE_MS } from '../deadlines.ts';
import { entryOf } from '../entry-of.ts';
import type { EventOf, LessonEvent } from '../events.ts';
import type { LessonState, QuestionRound, Tally } from '../state.ts';
import { tallyOf } from '../tally.ts';
import type { Context } from './context.ts';
import { isRunning } from './is-running.ts';
import { happen, type Outcome, unless } from './outcome.ts';
import type { SeatOf } from './seats.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** [QZ1] Opens a question when no other round is on the screens. */
export function openQuestion(state: LessonState, command: Of<'question.open'>, { now, newId }: Context): Outcome {
  const keys = command.choices.map(({ key }) => key);
  const wrongKey = command.correct !== null && !keys.includes(command.correct);
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [isRunning(state), 'round/running'],
      [wrongKey || new Set(keys).size < keys.length, 'question/no-such-choice'],
    ],
    () => {
      const { prompt, choices, correct, seconds } = command;
      const closesAt = now + seconds * 1000;
      return happen({ type: 'question.opened', roundId: newId(), prompt, choices, correct, at: now, closesAt });
    },
  );
}

/** [QZ2] [QZ3] A pupil answers, and may change the answer until the question closes. */
export function giveAnswer(state: LessonState, command: Of<'answer.give'>, seat: SeatOf, { now }: Context): Outcome {
  const round = questionOf(state, command.roundId);
  if (!round) return refuse('round/other');
  const { classroomId, seatId } = seat;
  const before = entryOf(round.answered, classroomId) ?? 0;
  return unless(
    [
      [round.phase !== 'open' || now >= round.closesAt + LATE_GRACE_MS, 'round/closed'],
      [!round.choices.some(({ key }) => key === command.choice), 'question/no-such-choice'],
    ],
    () => {
      const answered = entryOf(round.answers, seatId) ? before : before + 1;
      const answer = { classroomId, seatId, choice: command.choice, at: now, source: 'tablet', answered } as const;
      return happen(...handsDown(state, round, answer), { type: 'answer.given', roundId: round.roundId, ...answer });
    },
  );
}

/**
 * [QZ4] An answer on a tablet is never refused for want of room: a hand that was counted makes room for it. It is one for the same
 * choice, for most likely it was this child's; else one for the choice with the most hands.
 */
function handsDown(
  state: LessonState,
  { roundId, handCounts }: QuestionRound,
  { classroomId, choice, answered }: Pick<EventOf<'answer.given'>, 'classroomId' | 'choice' | 'answered'>,
): LessonEvent[] {
  const counts = entryOf(handCounts, classroomId) ?? {};
  if (answered + sumOf(counts) <= rollOf(state, classroomId)) return [];
  const most = CHOICES.reduce((a, b) => ((counts[b] ?? 0) > (counts[a] ?? 0) ? b : a));
  const from = (counts[choice] ?? 0) > 0 ? choice : most;
  return [{ type: 'handcount.set', roundId, classroomId, counts: { ...counts, [from]: (counts[from] ?? 0) - 1 } }];
}

/** [QZ4] The assistant counts raised hands; hands and tablets together never exceed the roll. */
export function setHandCount(state: LessonState, command: Of<'handcount.set'>, classroomId: string): Outcome {
  const round = questionOf(state, command.roundId);
  const classroom = entryOf(state.classrooms, classroomId);
  if (!round || !classroom) return refuse('round/other');
  const counted = sumOf(command.counts);
  const room = rollOf(state, classroomId) - (entryOf(round.answered, classroomId) ?? 0);
  const unknown = Object.keys(command.counts).some((key) => !round.choices.some((choice) => choice.key === key));
  return unless(
    [
      [round.phase === 'revealed', 'round/closed'],
      [unknown, 'question/no-such-choice'],
      [counted > room, 'question/count-too-high'],
    ],
    () => happen({ type: 'handcount.set', roundId: round.roundId, classroomId, counts: command.counts }),
  );
}

/** [QZ5] The right answer and the counts are shown, once the question is closed. */
export function revealQuestion(state: LessonState, roundId: string, { now }: Context): Outcome {
  const round = questionOf(state, roundId);
  if (!round) return refuse('round/other');
  if (round.phase === 'open') return refuse('round/not-closed');
  if (round.phase === 'revealed') return happen();
  const tally = tallyOf(round, Object.keys(state.classrooms));
  return happen({ type: 'question.revealed', roundId, at: now, correct: round.correct, tally });
}

function rollOf(state: LessonState, classroomId: string): number {
  return Object.keys(entryOf(state.classrooms, classroomId)?.seats ?? {}).length;
}

function sumOf(counts: Tally): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function questionOf({ round }: LessonState, roundId: string): QuestionRound | null {
  return round?.kind === 'question' && round.roundId === roundId ? round : null;
}
