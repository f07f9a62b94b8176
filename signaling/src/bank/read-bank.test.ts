import type { NewQuestionBody } from '@tongke/shared-types';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankCsv } from './bank-csv.ts';
import { bankJson } from './bank-json.ts';
import { readBank } from './read-bank.ts';
import { templateCsv } from './template.ts';
import { anyQuestion } from './testing/any-question.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const gb18030 = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

function questionsOf(bytes: Uint8Array): readonly NewQuestionBody[] {
  const read = readBank(bytes);
  if ('ok' in read) throw new Error(JSON.stringify(read));
  return read.map(({ question }) => question);
}
const brokenOf = (text: string) => {
  const read = readBank(utf8(text));
  return 'ok' in read ? read.broken : read;
};

const bank = fc.array(anyQuestion, { minLength: 1, maxLength: 6 });

test('[BK5] what is exported as JSON is read back as the same questions', () => {
  fc.assert(
    fc.property(bank, (questions) => {
      expect(questionsOf(utf8(bankJson(questions)))).toEqual(questions);
    }),
  );
});

test.for(['zh', 'en'] as const)('[BK5] what is exported as CSV (%s) is read back as the same questions', (language) => {
  fc.assert(
    fc.property(bank, (questions) => {
      expect(questionsOf(utf8(bankCsv(questions, language)))).toEqual(questions);
    }),
    { numRuns: 300 },
  );
});

test('[BK6] no cell of an exported file is a formula', () => {
  fc.assert(
    fc.property(bank, (questions) => {
      const cells: string[][] = parse(bankCsv(questions, 'zh'), { bom: true });
      for (const cell of cells.flat()) {
        if (/^[=+\-@\t\r＝＋－＠]/.test(cell)) expect(cell).toMatch(/^-\d+(?:\.\d+)?(?:e[+-]?\d+)?$/);
      }
    }),
  );
});

test('[BK6] the classic formulas arrive as text and come back whole', () => {
  const formulas = ["=cmd|'/C calc'!A0", '+1+1', '-2+3', '@SUM(1)', "'=1", '=HYPERLINK("http://x","y")'];
  const [asked] = questionsOf(utf8(templateCsv('zh')));
  const questions = formulas.map((prompt) => ({ ...(asked as NewQuestionBody), prompt }));
  const csv = bankCsv(questions, 'zh');
  for (const line of csv.split('\r\n').slice(1, -1)) expect(line.split('","')[1]?.[0]).toBe("'");
  expect(questionsOf(utf8(csv)).map(({ prompt }) => prompt)).toEqual(formulas);
});

test.for(['zh', 'en'] as const)(
  '[BK5] the template (%s) can be imported as it is, with one question of each kind',
  (language) => {
    const kinds = questionsOf(utf8(templateCsv(language))).map(({ task }) => task.kind);
    expect(kinds).toEqual(['single', 'multiple', 'true-false', 'number', 'text', 'order', 'photo']);
  },
);

test('[BK5] a file by hand: columns in any order, semicolons or tabs, wide signs, words of both languages, gaps', () => {
  const rows = [
    ['答案', '题型', 'question', 'A', 'B', 'C', '年级', 'knowledge points', '误差'],
    ['ｂ', '单选', '1+1=?', '1', '2', '', '三年级', '', ''],
    ['A、C', 'Multiple', '偶数?', '2', '3', '4', '3', '整数；偶数', ''],
    ['√', '判断', '对吗?', '', '', '', '', '', ''],
    ['１２．５', '数字', '多长?', '', '', '', '', '', '0.5'],
  ];
  for (const delimiter of [';', '\t', ',']) {
    const text = rows
      .map((row) => row.join(delimiter))
      .join('\n')
      .replace('三年级', '3年级');
    const questions = questionsOf(utf8(text));
    expect(questions.map(({ task: { correct } }) => correct)).toEqual([
      'B',
      ['A', 'C'],
      true,
      { value: 12.5, tolerance: 0.5 },
    ]);
    expect(questions.map(({ grade }) => grade)).toEqual([3, 3, null, null]);
    expect(questions[1]?.points).toEqual(['整数', '偶数']);
  }
});

test('[BK5] UTF-8 with a mark, UTF-16 and GB18030 are read', () => {
  const text = '题型,题目,答案\n判断,天是蓝的,对\n';
  const gb = gb18030('cce2d0cd2ccce2c4bf2cb4f0b0b80ac5d0b6cf2cccecCac7c0b6b5c42cb6d40a');
  for (const bytes of [utf8(`\ufeff${text}`), new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')), gb]) {
    expect(questionsOf(bytes)).toMatchObject([{ prompt: '天是蓝的', task: { kind: 'true-false', correct: true } }]);
  }
});

test('[BK5] each broken row is named with its line, its column and what is wrong; the good ones do not count', () => {
  const long = '长'.repeat(161);
  const text = [
    '题型,题目,A,B,答案,误差,年级,作答秒数,图片',
    '单选,好的,1,2,A,,,,',
    '选择,什么题型,1,2,A,,,,',
    '单选,,1,2,A,,,,',
    `单选,${long},1,2,A,,,,`,
    '单选,只有一个,1,,A,,,,',
    '单选,没有这个,1,2,C,,,,',
    '',
    '数字,多少,,,十二,,,,',
    '判断,对吗,,,也许,,,,',
    '数字,多少,,,1,-1,13,3,',
    '判断,图,,,,,,,不是图片',
  ].join('\n');
  expect(brokenOf(text)).toEqual([
    { row: 3, column: 'kind', code: 'kind', value: '选择' },
    { row: 4, column: 'prompt', code: 'missing', value: '' },
    { row: 5, column: 'prompt', code: 'too-long', value: long.slice(0, 60) },
    { row: 6, column: 'A', code: 'choices', value: '' },
    { row: 7, column: 'answer', code: 'answer', value: '' },
    { row: 9, column: 'answer', code: 'number', value: '十二' },
    { row: 10, column: 'answer', code: 'answer', value: '也许' },
    { row: 11, column: 'grade', code: 'wrong', value: '13' },
    { row: 11, column: 'tolerance', code: 'number', value: '-1' },
    { row: 11, column: 'seconds', code: 'wrong', value: '3' },
    { row: 12, column: 'picture', code: 'picture', value: '不是图片' },
  ]);
});

test.for([
  ['nothing', '', 'empty'],
  ['a heading alone', '题型,题目\n', 'empty'],
  ['another table', '姓名,座号\n王小明,1\n', 'no-kind-column'],
  ['an open quotation mark', '题型,题目\n判断,"天是蓝的\n', 'quotes'],
  ['another JSON', '{"format":"other","questions":[]}', 'no-list'],
  ['a JSON that breaks off', '{"format":"tongke-questions","version":1,"questions":[', 'no-list'],
  ['a JSON list', '[1,2,3]', 'no-list'],
] as const)('[BK5] %s is refused in one word', ([, text, code]) => {
  expect(brokenOf(text)).toMatchObject([{ code }]);
});

test('[BK5] a picture is no text, and a file of too many questions is refused as a whole', () => {
  expect(readBank(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff))).toEqual({
    ok: false,
    reason: 'question/encoding',
  });
  const many = `题型,题目\n${'判断,对吗\n'.repeat(2_001)}`;
  expect(readBank(utf8(many))).toEqual({ ok: false, reason: 'question/too-many' });
});

test('[BK5] in a JSON, fields that nobody knows, inherited names and wrong types are named by their place', () => {
  const good = JSON.parse(bankJson(questionsOf(utf8(templateCsv('zh'))))).questions[2];
  const file = (question: unknown) =>
    JSON.stringify({ format: 'tongke-questions', version: 1, questions: [good, question] });
  for (const bad of [
    null,
    7,
    'x',
    [],
    { ...good, more: 1 },
    { ...good, task: { kind: 'constructor' } },
    { ...good, seconds: '30' },
    { ...good, prompt: 'a\u0000b' },
  ]) {
    expect(brokenOf(file(bad))).toMatchObject([{ row: 2 }]);
  }
  expect(brokenOf(file(good).replace('"subject"', '"__proto__"'))).toMatchObject([{ row: 1 }, { row: 1 }]);
});

test('[BK5] whatever bytes come, the answer is questions or a refusal with a code', () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('题型', '题目', '答案', ',', '\n', '"', ';', '\t', '单选', 'A', '=', '{', '[', '\ufeff', '\r'),
        { maxLength: 60 },
      )
      .map((parts) => utf8(parts.join(''))),
  );
  fc.assert(
    fc.property(anything, (bytes) => {
      const read = readBank(bytes);
      if ('ok' in read) expect(read.reason).toMatch(/^question\//);
    }),
    { numRuns: 500 },
  );
});
