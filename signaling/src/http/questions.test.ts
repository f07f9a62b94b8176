import { BANK_LIMITS, type NewQuestionBody, type QuestionItem, type QuestionPage } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SampleSchool, sampleSchool } from './testing/sample-school.ts';
import { startTestWeb, type TestWeb } from './testing/test-web.ts';

let web: TestWeb;
let school: SampleSchool;

beforeEach(async () => {
  web = await startTestWeb();
  school = await sampleSchool(web.catalogue, '甲', web.clock.now());
});
afterEach(() => web.close());

const asked = (prompt: string, more: Partial<NewQuestionBody> = {}): NewQuestionBody => ({
  subject: '',
  grade: null,
  points: [],
  prompt,
  picture: null,
  task: { kind: 'true-false', correct: true },
  explanation: '',
  readSeconds: 0,
  seconds: 30,
  ...more,
});
const as = (person: 'teacher' | 'admin' = 'teacher') => ({ session: school[person].session });
const write = async (question: NewQuestionBody) => {
  web.clock.advance(1);
  const { json } = await web.ask('POST /api/questions', { ...as(), body: question });
  return json.question as QuestionItem;
};
const find = async (body: object) => {
  const { json } = await web.ask('GET /api/questions', { ...as(), body });
  const page = json as unknown as QuestionPage;
  return { ...page, prompts: page.questions.map(({ prompt }) => prompt) };
};
const prepare = (questionIds: readonly string[], session = school.teacher.session) =>
  web.ask('PUT /api/lessons/:id/questions', { session, id: school.lessonId, body: { questionIds } });
const load = (text: string | Uint8Array, session = school.teacher.session) =>
  web.ask('POST /api/questions/import', { session, file: typeof text === 'string' ? Buffer.from(text) : text });

test('[BK1] a bank is its teacher’s alone: neither colleagues nor administrators read or change it', async () => {
  const { questionId: id, lessonId, person, admin } = school;
  const before = await web.everything();
  for (const { session } of [admin, await person('teacher'), await person('admin', true)]) {
    expect((await web.ask('GET /api/questions', { session })).json.questions).toEqual([]);
    expect((await web.ask('GET /api/questions/file/:id', { session, id: 'csv' })).bytes.toString()).not.toContain(
      '1/2',
    );
    for (const answer of [
      await web.ask('PUT /api/questions/:id', { session, id, body: asked('改') }),
      await web.ask('DELETE /api/questions/:id', { session, id }),
      await web.ask('GET /api/lessons/:id/questions', { session, id: lessonId }),
      await web.ask('PUT /api/lessons/:id/questions', { session, id: lessonId, body: { questionIds: [] } }),
    ]) {
      expect(answer).toMatchObject({ status: 403, json: { reason: 'not-allowed' } });
    }
  }
  const after = await web.everything();
  for (const table of ['questions', 'question_points', 'lesson_questions']) expect(after[table]).toEqual(before[table]);
});

test('[BK1] a question of every kind is kept, changed and removed by its teacher', async () => {
  const task = { kind: 'number', unit: 'cm', correct: { value: 3.5, tolerance: 0.5 } } as const;
  const { questionId, ...kept } = await write(
    asked('多长？', { task, subject: '数学', grade: 3, points: ['长度', '小数'] }),
  );
  expect(kept).toEqual(asked('多长？', { task, subject: '数学', grade: 3, points: ['长度', '小数'] }));
  const body = asked('多重？', { points: ['重量'], explanation: '称一称' });
  const changed = await web.ask('PUT /api/questions/:id', { ...as(), id: questionId, body });
  expect(changed.json.question).toEqual({ questionId, ...body });
  expect((await find({ text: '多' })).questions).toEqual([{ questionId, ...body }]);
  await web.ask('DELETE /api/questions/:id', { ...as(), id: questionId });
  expect((await find({ text: '多' })).prompts).toEqual([]);
});

test('[BK2] what no question can be is refused, and changes nothing', async () => {
  const before = await web.everything();
  const choices = [{ key: 'A', text: '1' }];
  for (const wrong of [
    { prompt: '' },
    { prompt: '长'.repeat(161) },
    { prompt: 'a\u0007b' },
    { grade: 13 },
    { seconds: 4 },
    { points: ['同', '同'] },
    { points: ['一；二'] },
    { picture: '../../x' },
    { task: { kind: 'single', choices, correct: null } },
    { task: { kind: 'single', choices: [...choices, { key: 'B', text: '2' }], correct: 'C' } },
    { task: { kind: 'essay', correct: null } },
    { accountId: school.admin.accountId },
  ]) {
    const body = { ...asked('好'), ...wrong };
    expect(await web.ask('POST /api/questions', { ...as(), body })).toMatchObject({ json: { reason: 'malformed' } });
  }
  const picture = 'ab'.repeat(32);
  const unknown = await web.ask('POST /api/questions', { ...as(), body: asked('图', { picture }) });
  expect(unknown).toMatchObject({ status: 422, json: { reason: 'question/picture-unknown' } });
  expect(await web.everything()).toEqual(before);
});

test('[BK2] things to be put in order are kept in their right order', async () => {
  const items = ['三', '一', '二'].map((text, place) => ({ key: 'ABC'[place] as 'A', text }));
  const { task } = await write(asked('排', { task: { kind: 'order', items, correct: ['B', 'C', 'A'] } }));
  expect(task).toEqual({
    kind: 'order',
    items: ['一', '二', '三'].map((text, place) => ({ key: 'ABC'[place], text })),
    correct: ['A', 'B', 'C'],
  });
});

test('[BK3] the bank is searched by subject, grade, knowledge point and words, whatever their width and case', async () => {
  await web.ask('DELETE /api/questions/:id', { ...as(), id: school.questionId });
  await write(asked('ＡＢ 50% 的_一半', { subject: '数学', grade: 4, points: ['百分数'] }));
  await write(asked('Which is right?', { subject: '英语', grade: 4, points: ['时态', '语法'] }));
  const choices = [
    { key: 'A', text: '蒸发' },
    { key: 'B', text: '凝固' },
  ] as const;
  await write(
    asked('水怎么了', { subject: '科学', grade: 5, task: { kind: 'single', choices: [...choices], correct: 'A' } }),
  );
  const all = await find({});
  expect(all).toMatchObject({
    prompts: ['水怎么了', 'Which is right?', 'ＡＢ 50% 的_一半'],
    total: 3,
    pages: 1,
    grades: [4, 5],
  });
  expect(new Set(all.subjects)).toEqual(new Set(['数学', '英语', '科学']));
  expect(new Set(all.points)).toEqual(new Set(['百分数', '时态', '语法']));
  for (const [body, prompts] of [
    [{ subject: '科学' }, ['水怎么了']],
    [{ grade: 4 }, ['Which is right?', 'ＡＢ 50% 的_一半']],
    [{ point: '语法' }, ['Which is right?']],
    [{ text: 'ab 一半' }, ['ＡＢ 50% 的_一半']],
    [{ text: '%' }, ['ＡＢ 50% 的_一半']],
    [{ text: '_' }, ['ＡＢ 50% 的_一半']],
    [{ text: 'RIGHT which' }, ['Which is right?']],
    [{ text: '凝固', grade: 5 }, ['水怎么了']],
    [{ text: '凝固', grade: 4 }, []],
  ] as const)
    expect((await find(body)).prompts).toEqual(prompts);
});

test('[BK3] the bank comes page by page, the newest first', async () => {
  for (let n = 0; n < BANK_LIMITS.page + 4; n += 1) await write(asked(`第${n}题`));
  const first = await find({ text: '第' });
  expect(first).toMatchObject({ total: BANK_LIMITS.page + 4, pages: 2 });
  expect(first.prompts[0]).toBe(`第${BANK_LIMITS.page + 3}题`);
  expect((await find({ text: '第', page: 2 })).prompts).toEqual(['第3题', '第2题', '第1题', '第0题']);
  expect(await web.ask('GET /api/questions', { ...as(), body: { page: 'x' } })).toMatchObject({
    json: { reason: 'malformed' },
  });
});

test('[BK4] a lesson has its questions in the order in which its lead teacher put them', async () => {
  const ids = [];
  for (const prompt of ['一', '二', '三']) ids.push((await write(asked(prompt))).questionId);
  const [one = '', two = '', three = ''] = ids;
  const prompts = async () => {
    const { json } = await web.ask('GET /api/lessons/:id/questions', { ...as(), id: school.lessonId });
    return (json.questions as QuestionItem[]).map(({ prompt }) => prompt);
  };
  await prepare([three, one, two]);
  expect(await prompts()).toEqual(['三', '一', '二']);
  await web.ask('DELETE /api/questions/:id', { ...as(), id: one });
  expect(await prompts()).toEqual(['三', '二']);
  const before = await web.everything();
  expect(await prepare([three, three])).toMatchObject({ json: { reason: 'malformed' } });
  expect(await prepare([three, one])).toMatchObject({ json: { reason: 'not-found' } });
  const others = await sampleSchool(web.catalogue, '乙', web.clock.now());
  expect(await prepare([others.questionId])).toMatchObject({ json: { reason: 'not-allowed' } });
  expect((await web.everything()).lesson_questions).toEqual(before.lesson_questions);
  await web.ask('DELETE /api/lessons/:id', { ...as(), id: school.lessonId });
  expect((await find({})).prompts).toContain('三');
});

test('[BK5] a file is taken whole or not at all, and the broken rows are named', async () => {
  const before = await web.everything();
  expect(await load('题型,题目,答案\n判断,天是蓝的,对\n判断,,对\n')).toMatchObject({
    status: 422,
    json: { reason: 'question/rows', broken: [{ row: 3, column: 'prompt', code: 'missing' }] },
  });
  expect(await load(`题型,题目,图片\n判断,看图,${'ab'.repeat(32)}\n`)).toMatchObject({
    json: { broken: [{ row: 2, column: 'picture', code: 'picture' }] },
  });
  expect(await load(Uint8Array.of(0, 1, 2))).toMatchObject({ json: { reason: 'question/encoding' } });
  expect(await load(new Uint8Array(BANK_LIMITS.fileBytes + 1).fill(0x31))).toMatchObject({ status: 413 });
  expect(await web.everything()).toEqual(before);
});

test.for(['json', 'csv', 'csv-en'])(
  '[BK5] an export (%s) taken in by a colleague gives the same bank, and again nothing more',
  async (id) => {
    await write(asked('看图', { picture: school.picture, task: { kind: 'photo', correct: null } }));
    await write(asked('=1+1', { subject: '数学', points: ['加法'] }));
    const exported = await web.ask('GET /api/questions/file/:id', { ...as(), id });
    expect(exported.headers['content-disposition']).toMatch(/^attachment; filename="questions\.(json|csv)"$/);
    const colleague = await school.person('teacher');
    expect((await load(exported.bytes, colleague.session)).json).toEqual({ ok: true, added: 3, known: 0 });
    expect((await load(exported.bytes, colleague.session)).json).toEqual({ ok: true, added: 0, known: 3 });
    const again = await web.ask('GET /api/questions/file/:id', { session: colleague.session, id });
    expect(again.bytes.toString()).toBe(exported.bytes.toString());
  },
);

test('[BK5] templates are there in both languages, and no other file', async () => {
  for (const [id, word] of [
    ['template', '题型'],
    ['template-en', 'kind'],
  ] as const) {
    const { bytes } = await web.ask('GET /api/questions/file/:id', { ...as(), id });
    expect(bytes.toString()).toContain(word);
    expect((await load(bytes)).json).toMatchObject({ ok: true, added: 7 });
  }
  expect(await web.ask('GET /api/questions/file/:id', { ...as(), id: 'xlsx' })).toMatchObject({ status: 404 });
});

test('[BK2] a bank that is full takes no more, by hand or by file', async () => {
  const row = {
    accountId: school.teacher.accountId,
    schoolId: school.schoolId,
    ...asked('满'),
    words: '',
    createdAt: 1,
  };
  const { points: _, task, ...rest } = row;
  for (let from = 1; from < BANK_LIMITS.questions; from += 500) {
    const some = Array.from({ length: Math.min(500, BANK_LIMITS.questions - from) }, (_, n) => ({
      ...rest,
      task: JSON.stringify(task),
      questionId: `q${from + n}`,
    }));
    await web.catalogue.db.insertInto('questions').values(some).execute();
  }
  const full = { status: 409, json: { reason: 'question/bank-full' } };
  expect(await web.ask('POST /api/questions', { ...as(), body: asked('再来') })).toMatchObject(full);
  expect(await load('题型,题目\n判断,再来\n')).toMatchObject(full);
});
