import type { NewQuestionBody, QuestionItem } from '@tongke/shared-types';
import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { questions } from '../../i18n/words/questions.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { staff } from '../../i18n/words/staff.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { type Rendered, render } from '../../testing/render.tsx';
import { Bank } from './Bank.tsx';

afterEach(() => vi.unstubAllGlobals());

const WORDS = { common, questions, refusal, staff };
const item = (questionId: string, more: Partial<NewQuestionBody> = {}): QuestionItem => ({
  questionId,
  subject: '数学',
  grade: 3,
  points: ['分数'],
  prompt: `题 ${questionId}`,
  picture: null,
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '1' },
      { key: 'B', text: '2' },
    ],
    correct: 'B',
  },
  explanation: '',
  readSeconds: 0,
  seconds: 30,
  ...more,
});
const page = (...found: readonly QuestionItem[]) => ({
  ...{ ok: true, questions: found, total: found.length, pages: 1 },
  ...{ subjects: ['数学'], grades: [3], points: ['分数'] },
});
const lesson = { lessonId: 'l1', title: '分数', plannedAt: 0, mine: true, status: 'planned', lead: {}, classrooms: [] };

const type = (screen: Rendered, label: string, text: string) =>
  screen.act(() => {
    const found = screen.all('label').find(({ textContent }) => textContent?.includes(label));
    const field = document.getElementById(found?.getAttribute('for') ?? '') as HTMLInputElement | null;
    if (!field) throw new Error(`no field ${label}`);
    const proto = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    const set = Object.getOwnPropertyDescriptor(
      field.tagName === 'SELECT' ? HTMLSelectElement.prototype : proto,
      'value',
    )?.set;
    set?.call(field, text);
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
const tap = (screen: Rendered, words: string) => screen.act(() => screen.button(words).click());

test('[BK1] the list says of each question its kind, its answers, what is right and what it is about', async () => {
  fakeServer({
    'GET /api/questions?': page(
      item('1'),
      item('2', { task: { kind: 'number', unit: 'cm', correct: { value: 3.5, tolerance: 0.5 } } }),
      item('3', { task: { kind: 'true-false', correct: false } }),
      item('4', { task: { kind: 'photo', correct: null }, prompt: '', picture: 'ab'.repeat(32) }),
    ),
    'GET /api/lessons': { ok: true, lessons: [] },
  });
  const screen = await render(<Bank />, WORDS);
  const text = screen.text();
  for (const words of [
    '题 1',
    'A 1 · B 2 ✓',
    '3.5 ± 0.5 cm',
    '错',
    questions.pictureOnly.zh,
    '数学 · 3 年级 · 分数',
    '共 4 道',
  ])
    expect(text).toContain(words);
});

test('[BK2] a question can be saved once nothing is missing, and is sent as its kind wants it', async () => {
  const asked = fakeServer({
    'GET /api/questions?': page(),
    'GET /api/lessons': { ok: true, lessons: [] },
    'POST /api/questions': { ok: true, question: item('9') },
  });
  const screen = await render(<Bank />, WORDS);
  expect(screen.text()).toContain(questions.empty.zh);
  await tap(screen, questions.write.zh);
  const save = () => screen.button(common.save.zh) as HTMLButtonElement;
  expect(save().disabled).toBe(true);
  expect(screen.text()).toContain(questions.missing_prompt.zh);
  await type(screen, questions.prompt.zh, '多长？');
  expect(screen.text()).toContain(questions.missing_choices.zh);
  await tap(screen, questions.kind_number.zh);
  await type(screen, questions.value.zh, '十二');
  expect(screen.text()).toContain(questions.missing_number.zh);
  await type(screen, questions.value.zh, '１２．５');
  await type(screen, questions.tolerance.zh, '0.5');
  await type(screen, questions.unit.zh, '厘米');
  await type(screen, questions.points.zh, '长度；小数');
  await type(screen, questions.gradeLabel.zh, '3');
  expect(save().disabled).toBe(false);
  await tap(screen, common.save.zh);
  expect(asked.find(({ route }) => route === 'POST /api/questions')?.body).toEqual({
    subject: '',
    grade: 3,
    points: ['长度', '小数'],
    prompt: '多长？',
    picture: null,
    task: { kind: 'number', unit: '厘米', correct: { value: 12.5, tolerance: 0.5 } },
    explanation: '',
    readSeconds: 0,
    seconds: 30,
  });
  expect(screen.text()).not.toContain(questions.newOne.zh + questions.kind.zh);
});

test('[BK2] what was typed for one kind is still there after another was tried', async () => {
  const changed = item('1');
  fakeServer({ 'GET /api/questions?': page(changed), 'GET /api/lessons': { ok: true, lessons: [] } });
  const screen = await render(<Bank />, WORDS);
  await tap(screen, questions.change.zh);
  await tap(screen, questions.kind_photo.zh);
  expect(screen.text()).toContain(questions.photoHint.zh);
  await tap(screen, questions.kind_multiple.zh);
  const values = screen.all('input').map((field) => (field as HTMLInputElement).value);
  expect(values).toContain('2');
  expect(screen.all('[aria-pressed="true"]').map(({ textContent }) => textContent)).toContain('B');
});

test('[BK4] questions of the bank are put into a lesson, moved and taken out', async () => {
  const put = { ok: true, questions: [item('1'), item('2')] };
  const asked = fakeServer({
    'GET /api/questions?': page(item('2'), item('1')),
    'GET /api/lessons': { ok: true, lessons: [lesson, { ...lesson, lessonId: 'other', mine: false }] },
    'GET /api/lessons/l1/questions': { ok: true, questions: [item('1')] },
    'PUT /api/lessons/l1/questions': put,
  });
  const screen = await render(<Bank />, WORDS);
  await type(screen, questions.whichLesson.zh, 'l1');
  expect(screen.all('option[value=other]')).toEqual([]);
  await tap(screen, questions.putIn.zh);
  await tap(screen, questions.up.zh);
  await tap(screen, questions.takeOut.zh);
  const bodies = asked.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => body);
  expect(bodies).toEqual([{ questionIds: ['1', '2'] }, { questionIds: ['2', '1'] }, { questionIds: ['2'] }]);
});

test('[BK5] a file with broken rows shows each with its column and what to do; one that is right says how many came', async () => {
  const answers: Record<string, object> = {
    'GET /api/questions?': page(),
    'GET /api/lessons': { ok: true, lessons: [] },
    'POST /api/questions/import': {
      ...{ ok: false, reason: 'question/rows' },
      broken: [
        { row: 3, column: 'kind', code: 'kind', value: '选择' },
        { row: 5, column: 'B', code: 'too-long', value: '长长长' },
      ],
    },
  };
  fakeServer(answers);
  const screen = await render(<Bank />, WORDS);
  const [input] = screen.all('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new Blob(['题型'])] });
  const bring = () => screen.act(() => void input?.dispatchEvent(new Event('change', { bubbles: true })));
  await bring();
  const rows = screen.all('tbody tr').map((line) => [...line.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['3', questions.column_kind.zh, '选择', questions.file_kind.zh],
    ['5', 'B', '长长长', questions['file_too-long'].zh],
  ]);
  answers['POST /api/questions/import'] = { ok: true, added: 7, known: 1 };
  await bring();
  expect(screen.text()).toContain('收进来 7 道新题；1 道本来就有');
  expect(screen.all('a[download]').map((link) => link.getAttribute('href'))).toEqual([
    '/api/questions/file/template',
    '/api/questions/file/csv',
    '/api/questions/file/json',
  ]);
});
