import type { Choice } from '../lesson/choices.ts';
import { CHOICES } from '../lesson/choices.ts';
import type { Answer } from '../lesson/question/answer.ts';
import type { Task, TaskKind } from '../lesson/question/task.ts';
import { UNPREPARED } from '../lesson/question/unprepared.ts';
import type { Command } from '../protocol/commands.ts';

type Open = Extract<Command, { type: 'question.open' }>;

/** One question of each kind, with a right answer where the kind has one. */
export const TASKS: { readonly [K in TaskKind]: Extract<Task, { kind: K }> } = {
  single: { kind: 'single', choices: CHOICES.map((key) => ({ key, text: `${key}.` })), correct: 'B' },
  multiple: { kind: 'multiple', choices: CHOICES.map((key) => ({ key, text: `${key}.` })), correct: ['A', 'C'] },
  'true-false': { kind: 'true-false', correct: false },
  number: { kind: 'number', unit: 'cm', correct: { value: 3.5, tolerance: 0.5 } },
  text: { kind: 'text', correct: ['兰州', '兰州市'] },
  order: {
    kind: 'order',
    items: [
      { key: 'A', text: '一' },
      { key: 'B', text: '二' },
      { key: 'C', text: '三' },
    ],
    correct: ['A', 'B', 'C'],
  },
  photo: { kind: 'photo', correct: null },
};

const PHOTO = 'ab'.repeat(32);

/** A wrong answer and a right one for each of `TASKS`, in this order; the order's are told by what stands on the screens. */
export const ANSWERS: { readonly [K in TaskKind]: readonly [Answer, Answer] } = {
  single: [
    { kind: 'single', choice: 'A' },
    { kind: 'single', choice: 'B' },
  ],
  multiple: [
    { kind: 'multiple', choices: ['A'] },
    { kind: 'multiple', choices: ['C', 'A'] },
  ],
  'true-false': [
    { kind: 'true-false', value: true },
    { kind: 'true-false', value: false },
  ],
  number: [
    { kind: 'number', value: 5 },
    { kind: 'number', value: 3.1 },
  ],
  text: [
    { kind: 'text', text: '坏天水' },
    { kind: 'text', text: ' 兰州。' },
  ],
  order: [
    { kind: 'order', keys: ['C', 'A', 'B'] },
    { kind: 'order', keys: ['A', 'B', 'C'] },
  ],
  photo: [
    { kind: 'photo', photo: PHOTO },
    { kind: 'photo', photo: 'cd'.repeat(32) },
  ],
};

/** Asks this, for a minute, with nothing that a question on the spot has not. */
export function ask(task: Task, more: Partial<Open> = {}): Open {
  return { ...UNPREPARED, task, seconds: 60, ...more };
}

export const single = (choice: Choice): Answer => ({ kind: 'single', choice });
