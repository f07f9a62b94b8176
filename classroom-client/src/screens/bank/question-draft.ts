import {
  BANK_LIMITS,
  CHOICES,
  type Choice,
  countCharacters,
  ITEM_KEYS,
  type NewQuestionBody,
  QUESTION_LIMITS,
  type QuestionItem,
  type Task,
  type TaskKind,
} from '@tongke/shared-types';

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

type Missing = 'prompt' | 'choices' | 'items' | 'number' | 'accepted' | 'points';

/** Larger numbers are no answer of a school lesson. */
const LARGEST = 1e12;

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

/** The question as it is kept, or the first thing that it still lacks. The fields see to lengths; the server judges all of it again. */
export function questionOf(draft: QuestionDraft): NewQuestionBody | Missing {
  const { picture, subject, grade, readSeconds, seconds } = draft;
  const prompt = draft.prompt.trim();
  if (prompt === '' && picture === null) return 'prompt';
  const task = taskOf(draft);
  if (typeof task === 'string') return task;
  const points = linesOf(draft.points, /[;；\n]/);
  const tooLong = points.some((point) => countCharacters(point) > BANK_LIMITS.point);
  if (points.length > BANK_LIMITS.points || new Set(points).size < points.length || tooLong) return 'points';
  const explanation = draft.explanation.trim();
  return { prompt, picture, task, explanation, subject: subject.trim(), grade, points, readSeconds, seconds };
}

function taskOf({ kind, ...draft }: QuestionDraft): Task | Missing {
  switch (kind) {
    case 'single':
    case 'multiple': {
      const choices = CHOICES.map((key) => ({ key, text: draft.choices[key].trim() })).filter(
        ({ text }) => text !== '',
      );
      if (choices.length < 2) return 'choices';
      const right = CHOICES.filter((key) => draft.right.includes(key) && choices.some((choice) => choice.key === key));
      if (kind === 'single') return { kind, choices, correct: right[0] ?? null };
      return { kind, choices, correct: right.length > 0 ? right : null };
    }
    case 'true-false':
      return { kind, correct: draft.truth };
    case 'number': {
      const unit = draft.unit.trim();
      if (draft.value.trim() === '') return { kind, unit, correct: null };
      const [value, tolerance] = [toNumber(draft.value), toNumber(draft.tolerance)];
      const isFit = Math.abs(value) <= LARGEST && tolerance >= 0 && tolerance <= LARGEST;
      return isFit ? { kind, unit, correct: { value, tolerance } } : 'number';
    }
    case 'text': {
      const lines = linesOf(draft.accepted, '\n');
      const tooLong = lines.some((line) => countCharacters(line) > QUESTION_LIMITS.choice);
      if (lines.length > QUESTION_LIMITS.accepted || tooLong) return 'accepted';
      return { kind, correct: lines.length > 0 ? lines : null };
    }
    case 'order': {
      const filled = draft.items.map((text) => text.trim()).filter(Boolean);
      if (filled.length < 2) return 'items';
      const keys = ITEM_KEYS.slice(0, filled.length);
      return { kind, items: keys.map((key, place) => ({ key, text: filled[place] ?? '' })), correct: keys };
    }
    case 'photo':
      return { kind, correct: null };
  }
}

function linesOf(text: string, between: string | RegExp): string[] {
  return text
    .split(between)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** In narrow or wide digits; NaN for what is no number. */
function toNumber(text: string): number {
  const said = text.normalize('NFKC').replace('−', '-').trim();
  return said === '' ? 0 : Number(said);
}
