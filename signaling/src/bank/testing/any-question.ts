import { BANK_LIMITS, ITEM_KEYS, type NewQuestionBody, newQuestionBody, QUESTION_LIMITS } from '@tongke/shared-types';
import fc from 'fast-check';

/** What makes trouble in files: quotes, separators, formulas, apostrophes, signs of KaTeX, rare characters, wide ones. */
const PIECES = [
  '"',
  "'",
  ',',
  '，',
  ';',
  '\t',
  '=',
  '+',
  '-',
  '@',
  '＝',
  '|',
  '\\',
  '$',
  '{',
  '<b>',
  '（空）',
  '(empty)',
  '无',
  'none',
  '𠮷',
  '🙂',
  'é',
  ' ',
  '1',
  'A',
  '对',
  '分数',
  'x^2',
  '\\frac{1}{2}',
];

const words = (most: number, lines = false) =>
  fc
    .array(
      fc.oneof(fc.constantFrom(...PIECES, ...(lines ? ['\n'] : [])), fc.string({ unit: 'grapheme', maxLength: 2 })),
      { maxLength: 8 },
    )
    .map((pieces) => {
      const plain = pieces
        .join('')
        .replace(/[\p{Cs}]/gu, '')
        .replace(lines ? /[^\P{Cc}\n]/gu : /\p{Cc}/gu, '');
      return [...plain].slice(0, most).join('').trim();
    });
const filled = (most: number) => words(most).map((text) => text || '字');
const amount = fc
  .oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.double({ min: -1e12, max: 1e12, noNaN: true }))
  .map((value) => value + 0);

const choices = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 2, maxLength: 4 })
  .chain((keys) => fc.tuple(...keys.sort().map((key) => words(QUESTION_LIMITS.choice).map((text) => ({ key, text })))));

const task: fc.Arbitrary<unknown> = fc.oneof(
  choices.chain((all) =>
    fc.record({
      kind: fc.constant('single'),
      choices: fc.constant(all),
      correct: fc.constantFrom(null, ...all.map(({ key }) => key)),
    }),
  ),
  choices.chain((all) =>
    fc.record({
      kind: fc.constant('multiple'),
      choices: fc.constant(all),
      correct: fc.option(
        fc.shuffledSubarray(
          all.map(({ key }) => key),
          { minLength: 1 },
        ),
      ),
    }),
  ),
  fc.record({ kind: fc.constant('true-false'), correct: fc.constantFrom(null, true, false) }),
  fc.record({
    kind: fc.constant('number'),
    unit: words(QUESTION_LIMITS.unit),
    correct: fc.option(fc.record({ value: amount, tolerance: amount.map(Math.abs) })),
  }),
  fc.record({
    kind: fc.constant('text'),
    correct: fc.option(fc.array(filled(QUESTION_LIMITS.choice), { minLength: 1, maxLength: QUESTION_LIMITS.accepted })),
  }),
  fc.array(words(QUESTION_LIMITS.choice), { minLength: 2, maxLength: 6 }).chain((texts) => {
    const items = texts.map((text, place) => ({ key: ITEM_KEYS[place], text }));
    const correct = fc.option(
      fc.shuffledSubarray(
        items.map(({ key }) => key),
        { minLength: items.length },
      ),
    );
    return fc.record({ kind: fc.constant('order'), items: fc.constant(items), correct });
  }),
  fc.constant({ kind: 'photo', correct: null }),
);

/** Any question that a bank may hold. */
export const anyQuestion: fc.Arbitrary<NewQuestionBody> = fc
  .record({
    subject: words(BANK_LIMITS.subject),
    grade: fc.option(fc.integer({ min: 1, max: BANK_LIMITS.grade })),
    points: fc.uniqueArray(
      filled(BANK_LIMITS.point).map((point) => point.replaceAll(/[;；]/g, '、').trim()),
      { maxLength: BANK_LIMITS.points },
    ),
    prompt: words(QUESTION_LIMITS.prompt, true).map((text) => text || '问'),
    picture: fc.option(fc.constantFrom('ab'.repeat(32), '0f'.repeat(32))),
    task,
    explanation: words(QUESTION_LIMITS.explanation, true),
    readSeconds: fc.integer({ min: 0, max: 60 }),
    seconds: fc.integer({ min: 5, max: 600 }),
  })
  .map((question) => newQuestionBody.parse(question));
