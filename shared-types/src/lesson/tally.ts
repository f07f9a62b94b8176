import type { ClassroomId } from '../ids.ts';
import type { Choice } from './choices.ts';
import { entryOf } from './entry-of.ts';
import type { QuestionRound, Tally } from './state.ts';

/** Answers per classroom and choice: tablets and counted hands in one tally. */
export function tallyOf(round: QuestionRound, classroomIds: readonly ClassroomId[]): Record<ClassroomId, Tally> {
  const tally: Record<ClassroomId, Partial<Record<Choice, number>>> = {};
  for (const classroomId of classroomIds) tally[classroomId] = { ...entryOf(round.handCounts, classroomId) };
  for (const { classroomId, choice } of Object.values(round.answers)) {
    const counts = entryOf(tally, classroomId);
    if (counts) counts[choice] = (counts[choice] ?? 0) + 1;
  }
  return tally;
}
