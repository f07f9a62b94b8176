import { LATE_GRACE_MS } from '@tongke/shared-types';
import type { Upcaster } from './upcast.ts';

type Counts = Readonly<Record<string, number>>;

/** Schema 1 knew questions with one right choice alone, whose words every tablet showed. */
export const QUESTION_UPCASTERS = {
  'question.opened': [
    ({ choices, correct, ...old }) => ({
      ...old,
      task: { kind: 'single', choices, correct },
      picture: null,
      explanation: '',
      onTablet: 'question',
      opensAt: old.at,
      takesUntil: Number(old.closesAt) + LATE_GRACE_MS,
    }),
  ],
  'answer.given': [({ choice, ...old }) => ({ ...old, answer: { kind: 'single', choice } })],
  'question.closed': [(old) => ({ ...old, expected: {} })],
  /** It had no word of who was expected: whoever answered was. */
  'question.revealed': [
    ({ tally, ...old }) => {
      const { correct } = old;
      const rooms = Object.entries(tally as Readonly<Record<string, Counts>>).map(([classroomId, counts]) => {
        const answered = Object.values(counts).reduce((sum, count) => sum + count, 0);
        const right = typeof correct === 'string' ? (counts[correct] ?? 0) : null;
        return [classroomId, { expected: answered, answered, right, counts }];
      });
      return { ...old, rooms: Object.fromEntries(rooms), groups: [], others: 0 };
    },
  ],
} as const satisfies Readonly<Record<string, readonly Upcaster[]>>;
