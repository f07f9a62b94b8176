import type { ClassroomId, SeatId } from '../../ids.ts';
import type { Answer } from './answer.ts';
import { isRight } from './is-right.ts';
import { plainText } from './plain-text.ts';
import type { Group, QuestionRound } from './round.ts';

/** As many groups stand beside each other; the rest is counted together. */
export const MOST_GROUPS = 12;

/** Equal answers in words or numbers, as the lead teacher sees them. */
export interface AnswerGroup extends Group {
  /** Names the group: the text without what does not matter, or the number. */
  readonly key: string;
  readonly seatIds: readonly SeatId[];
  readonly rooms: Readonly<Record<ClassroomId, number>>;
}

/** The groups, the largest first, with the wording that most of each chose; `others` is how many answers are in none of them. */
export function groupsOf({ task, answers }: Pick<QuestionRound, 'task' | 'answers'>, most = MOST_GROUPS) {
  const found = new Map<
    string,
    { readonly seatId: SeatId; readonly classroomId: ClassroomId; readonly answer: Answer }[]
  >();
  for (const [seatId, { classroomId, answer }] of Object.entries(answers)) {
    const key = answer && groupKey(answer);
    if (answer === null || key === null) continue;
    found.set(key, [...(found.get(key) ?? []), { seatId, classroomId, answer }]);
  }
  const groups = [...found].map(([key, members]): AnswerGroup => {
    const rooms: Record<ClassroomId, number> = {};
    for (const { classroomId } of members) rooms[classroomId] = (rooms[classroomId] ?? 0) + 1;
    const right = members[0] ? isRight(task, members[0].answer) : null;
    const seatIds = members.map(({ seatId }) => seatId);
    return {
      key,
      label: commonest(members.map(({ answer }) => wordsOf(answer))),
      count: members.length,
      right,
      seatIds,
      rooms,
    };
  });
  groups.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const kept = groups.slice(0, most);
  return { groups: kept, others: groups.slice(most).reduce((sum, { count }) => sum + count, 0) };
}

/** By what equal answers are known; null for kinds that are not grouped. */
function groupKey(answer: Answer): string | null {
  if (answer.kind === 'number') return wordsOf(answer);
  return answer.kind === 'text' ? plainText(answer.text) : null;
}

function wordsOf(answer: Answer): string {
  // Minus zero is zero.
  if (answer.kind === 'number') return String(answer.value + 0);
  return answer.kind === 'text' ? answer.text : '';
}

function commonest(wordings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const words of wordings) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
