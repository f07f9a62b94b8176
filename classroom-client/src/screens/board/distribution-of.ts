import type { ClassroomId, QuestionRound } from '@tongke/shared-types';

/** One thing that could be answered, and how many of the own room and of all others did: counts, and shares (0 to 1) of those who answered. */
export interface Share {
  readonly key: string;
  readonly own: { readonly count: number; readonly share: number };
  readonly others: { readonly count: number; readonly share: number };
}

/** The own room beside the others, from the reveal on; rooms in which nobody answered count for nothing. */
export function distributionOf(
  { tally, task }: Pick<QuestionRound, 'tally' | 'task'>,
  classroomId: ClassroomId,
): { readonly shares: readonly Share[]; readonly hasOwn: boolean; readonly hasOthers: boolean } {
  const own = tally?.[classroomId];
  const others = Object.entries(tally ?? {}).flatMap(([id, room]) => (id === classroomId ? [] : room));
  const ownAnswered = own?.answered ?? 0;
  const othersAnswered = others.reduce((sum, { answered }) => sum + answered, 0);
  const part = (count: number, of: number) => ({ count, share: of > 0 ? Math.min(1, count / of) : 0 });
  const shares = keysIn(task).map((key) => ({
    key,
    own: part(own?.counts[key] ?? 0, ownAnswered),
    others: part(
      others.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0),
      othersAnswered,
    ),
  }));
  return { shares, hasOwn: ownAnswered > 0, hasOthers: othersAnswered > 0 };
}

function keysIn(task: QuestionRound['task']): readonly string[] {
  if (task.kind === 'true-false') return ['true', 'false'];
  if (task.kind === 'order') return task.correct?.map((_, place) => String(place + 1)) ?? [];
  return task.kind === 'single' || task.kind === 'multiple' ? task.choices.map(({ key }) => key) : [];
}
