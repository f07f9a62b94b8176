import {
  CHOICES,
  type Choice,
  ITEM_KEYS,
  type NewQuestionBody,
  newQuestionBody,
  type QuestionItem,
  type Task,
  type TaskKind,
} from '@tongke/shared-types';
import { config } from 'zod';

// Our pages allow no code that is made at run time, and zod would try.
config({ jitless: true });

/** A question while it is written: what was typed for one kind stays when another is tried. */
export interface QuestionDraft {
  readonly kind: TaskKind;
  readonly prompt: string;
  readonly picture: string | null;
  readonly choices: Readonly<Record<Choice, string>>;
  readonly right: readonly Choice[];
  readonly truth: boolean | null;
  readonly value: string;
  readonly tolerance: string;
  readonly unit: string;
  readonly accepted: string;
  readonly items: readonly string[];
  readonly explanation: string;
  readonly subject: string;
  readonly grade: number | null;
  readonly points: string;
  readonly readSeconds: number;
  readonly seconds: number;
}

type Missing = 'prompt' | 'choices' | 'items' | 'number' | 'accepted' | 'points' | 'other';

const EMPTY: QuestionDraft = {
  kind: 'single',
  prompt: '',
  picture: null,
  choices: { A: '', B: '', C: '', D: '' },
  right: [],
  truth: null,
  value: '',
  tolerance: '0',
  unit: '',
  accepted: '',
  items: ITEM_KEYS.map(() => ''),
  explanation: '',
  subject: '',
  grade: null,
  points: '',
  readSeconds: 0,
  seconds: 30,
};

/** What the editor begins with: a question of the bank, or an empty one that is like the last in subject and grade. */
export function draftOf(question: QuestionItem | null, like?: Pick<QuestionDraft, 'subject' | 'grade'>): QuestionDraft {
  if (!question) return { ...EMPTY, ...like };
  const { questionId: _, task, points, ...rest } = question;
  return { ...EMPTY, ...rest, kind: task.kind, points: points.join('；'), ...draftOfTask(task) };
}

function draftOfTask(task: Task): Partial<QuestionDraft> {
  switch (task.kind) {
    case 'single':
    case 'multiple': {
      const texts = Object.fromEntries(task.choices.map(({ key, text }) => [key, text]));
      return { choices: { ...EMPTY.choices, ...texts }, right: [task.correct ?? []].flat() };
    }
    case 'true-false':
      return { truth: task.correct };
    case 'number':
      return { unit: task.unit, value: `${task.correct?.value ?? ''}`, tolerance: `${task.correct?.tolerance ?? 0}` };
    case 'text':
      return { accepted: (task.correct ?? []).join('\n') };
    case 'order':
      return { items: ITEM_KEYS.map((_, place) => task.items[place]?.text ?? '') };
    case 'photo':
      return {};
  }
}

/** The question as it is kept, or the first thing that it still lacks. */
export function questionOf(draft: QuestionDraft): NewQuestionBody | Missing {
  const { prompt, picture, explanation, subject, grade, readSeconds, seconds } = draft;
  const points = draft.points
    .split(/[;；\n]/)
    .map((point) => point.trim())
    .filter(Boolean);
  const plain = { prompt, picture, explanation, subject, grade, points, readSeconds, seconds };
  const parsed = newQuestionBody.safeParse({ ...plain, task: taskOf(draft) });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path[0]);
  if (fields.includes('prompt')) return 'prompt';
  if (fields.includes('task')) return MISSING[draft.kind];
  return fields.includes('points') ? 'points' : 'other';
}

const MISSING: Readonly<Record<TaskKind, Missing>> = {
  single: 'choices',
  multiple: 'choices',
  'true-false': 'other',
  number: 'number',
  text: 'accepted',
  order: 'items',
  photo: 'other',
};

/** The task as it is typed so far; it may lack something still. */
function taskOf({
  kind,
  choices: texts,
  right,
  truth,
  value,
  tolerance,
  unit,
  accepted,
  items,
}: QuestionDraft): unknown {
  const choices = CHOICES.map((key) => ({ key, text: texts[key].trim() })).filter(({ text }) => text !== '');
  const correct = right.filter((key) => choices.some((choice) => choice.key === key));
  switch (kind) {
    case 'single':
      return { kind, choices, correct: correct[0] ?? null };
    case 'multiple':
      return { kind, choices, correct: correct.length > 0 ? [...correct].sort() : null };
    case 'true-false':
      return { kind, correct: truth };
    case 'number':
      return {
        kind,
        unit,
        correct: value.trim() === '' ? null : { value: toNumber(value), tolerance: toNumber(tolerance) },
      };
    case 'text': {
      const lines = accepted
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      return { kind, correct: lines.length > 0 ? lines : null };
    }
    case 'order': {
      const filled = items.map((text) => text.trim()).filter(Boolean);
      const keyed = filled.map((text, place) => ({ key: ITEM_KEYS[place], text }));
      return { kind, items: keyed, correct: keyed.map(({ key }) => key) };
    }
    case 'photo':
      return { kind, correct: null };
  }
}

function toNumber(text: string): number {
  const said = text.normalize('NFKC').replace('−', '-').trim();
  return said === '' ? 0 : Number(said);
}
