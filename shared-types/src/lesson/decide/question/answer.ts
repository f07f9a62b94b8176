import type { SeatId } from '../../../ids.ts';
import type { Command } from '../../../protocol/commands.ts';
import { type Refusal, refuse } from '../../../refusals.ts';
import { entryOf } from '../../entry-of.ts';
import type { LessonEvent } from '../../events.ts';
import { evolve } from '../../evolve.ts';
import type { Answer } from '../../question/answer.ts';
import { isUnderWay } from '../../question/is-under-way.ts';
import type { AnswerSource, QuestionRound } from '../../question/round.ts';
import { fits } from '../../question/sound.ts';
import { talkUntil } from '../../question/team.ts';
import type { Classroom, LessonState, Time } from '../../state.ts';
import type { Context } from '../context.ts';
import { happen, type Outcome } from '../outcome.ts';
import type { SeatOf } from '../seats.ts';
import { handsDown } from './hands.ts';
import { opened, questionOf } from './phases.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** [QZ2] [QZ3] A pupil answers, and may change the answer until the question closes. No other right is asked for. */
export function giveAnswer(state: LessonState, command: Of<'answer.give'>, seat: SeatOf, context: Context): Outcome {
  const { classroomId, seatId } = seat;
  return take(state, command, { classroomId, seatIds: [seatId], source: 'tablet' }, context);
}

/** [QZ11] A tablet that is handed round answers for a child without one, or for a team. */
export function giveAnswerFor(
  state: LessonState,
  command: Of<'answer.give-for'>,
  { tabletId, classroom }: { readonly tabletId: string; readonly classroom: Classroom },
  context: Context,
): Outcome {
  if (!entryOf(classroom.tablets, tabletId)?.allowed) return refuse('tablet/unknown');
  const seatIds = [...new Set(command.seatIds)];
  const seats = seatIds.map((seatId) => entryOf(classroom.seats, seatId));
  if (seats.includes(undefined)) return refuse('seat/unknown');
  if (seats.some((seat) => seat?.device !== null)) return refuse('seat/has-tablet');
  const source = seatIds.length > 1 ? 'team' : 'shared';
  return take(state, command, { classroomId: classroom.classroomId, seatIds, source }, context);
}

interface From {
  readonly classroomId: string;
  readonly seatIds: readonly SeatId[];
  readonly source: AnswerSource;
}

function take(
  state: LessonState,
  { roundId, answer }: { readonly roundId: string; readonly answer: Answer },
  from: From,
  { now }: Context,
): Outcome {
  const round = questionOf(state, roundId);
  // An answer is judged for the round it names: one that is over is over, whatever runs now.
  if (!round) return refuse(state.pastRounds.includes(roundId) ? 'round/closed' : 'round/other');
  const refusal = refusalOf(round, answer, from.source, now);
  if (refusal) return refuse(refusal);
  const opening = round.phase === 'reading' ? [opened(round, now)] : [];
  return happen(...opening, ...taken(state, roundId, { answer, at: now }, from));
}

function refusalOf(round: QuestionRound, answer: Answer, source: AnswerSource, now: Time): Refusal | null {
  const { opensAt, takesUntil } = round;
  if (!isUnderWay(round) || now >= takesUntil) return 'round/closed';
  if (now < opensAt) return 'question/not-open-yet';
  if (source === 'team' && now < talkUntil(round)) return 'question/team-talks';
  return fits(round.task, answer) ? null : 'question/no-such-choice';
}

/** One seat after the other: each is counted once, and a counted hand gives way where the roll is full. */
function taken(
  state: LessonState,
  roundId: string,
  { answer, at }: { readonly answer: Answer; readonly at: Time },
  { classroomId, seatIds, source }: From,
): LessonEvent[] {
  const events: LessonEvent[] = [];
  let after = state;
  for (const [nth, seatId] of seatIds.entries()) {
    const round = questionOf(after, roundId);
    if (!round) continue;
    const had = entryOf(round.answers, seatId);
    // The same answer once more is no other answer.
    if (had?.source === source && JSON.stringify(had.answer) === JSON.stringify(answer)) continue;
    const answered = (entryOf(round.answered, classroomId) ?? 0) + (had ? 0 : 1);
    const given: LessonEvent = { type: 'answer.given', roundId, classroomId, seatId, answer, at, source, answered };
    const both = [...handsDown(after, round, { classroomId, answer, answered }), given];
    events.push(...both);
    // Only the next of a team needs it; it copies the answers of the whole lesson.
    if (nth < seatIds.length - 1) after = both.reduce(evolve, after);
  }
  return events;
}
