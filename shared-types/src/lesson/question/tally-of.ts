import type { ClassroomId } from '../../ids.ts';
import { entryOf } from '../entry-of.ts';
import type { Answer } from './answer.ts';
import { rightHands, sumOfHands } from './hand-keys.ts';
import { isRight } from './is-right.ts';
import { keysOf } from './keys-of.ts';
import type { RoomTally } from './room-tally.ts';
import type { QuestionRound } from './round.ts';
import type { Task } from './task.ts';

/** Counts one classroom. `expected` comes from `expectedOf`. */
export function tallyOf(
  { task, answers, handCounts }: Pick<QuestionRound, 'task' | 'answers' | 'handCounts'>,
  classroomId: ClassroomId,
  expected: number,
): RoomTally {
  const hands = entryOf(handCounts, classroomId) ?? {};
  const own = Object.values(answers).filter((given) => given.classroomId === classroomId);
  const said = own.flatMap(({ answer }) => answer ?? []);
  const rightOnes = said.filter((answer) => isRight(task, answer) === true).length;
  const counts: Record<string, number> = {};
  for (const key of barsOf(task)) {
    const byHand = task.kind === 'single' || task.kind === 'true-false' ? (hands[key as 'A'] ?? 0) : 0;
    counts[key] = said.filter((answer) => stands(task, answer, key)).length + byHand;
  }
  const right = rightHands(task, hands);
  return {
    expected,
    answered: own.length + sumOfHands(hands),
    right: right === null ? null : right + rightOnes,
    counts,
  };
}

/** What is counted one by one. */
function barsOf(task: Task): readonly string[] {
  if (task.kind === 'true-false') return ['true', 'false'];
  if (task.kind === 'order') return task.correct?.map((_, place) => String(place + 1)) ?? [];
  return keysOf(task);
}

function stands(task: Task, answer: Answer, key: string): boolean {
  if (answer.kind === 'single') return answer.choice === key;
  if (answer.kind === 'multiple') return answer.choices.some((choice) => choice === key);
  if (answer.kind === 'true-false') return String(answer.value) === key;
  if (answer.kind !== 'order' || task.kind !== 'order') return false;
  const place = Number(key) - 1;
  return answer.keys[place] === task.correct?.[place];
}
