import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from '../support/button.ts';
import { Cast } from '../support/cast.ts';
import { openDrawer } from '../support/hold.ts';
import { startLesson } from '../support/start-lesson.ts';

let cast: Cast;
let teacher: Page;
let boards: readonly [Page, Page];
let tablets: readonly [Page, Page];

beforeAll(async () => {
  cast = await Cast.open();
  teacher = await cast.teacher();
  boards = [await cast.board(0), await cast.board(1)];
  tablets = [await cast.tablet(0, '王小明'), await cast.tablet(1, '马小龙')];
  await prepare(teacher);
  await startLesson(teacher);
});
afterAll(() => cast?.close());

const dialog = () => teacher.getByRole('dialog');
const results = () => teacher.getByRole('region', { name: '答题结果' });

/** Puts a question with formulas into the teacher's bank, and first into every lesson that is planned. */
function prepare(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const send = async (method: string, path: string, body?: object) => {
      const headers = { 'content-type': 'application/json' };
      const reply = await fetch(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      const answer = await reply.json();
      if (!answer.ok) throw new Error(`${path}: ${answer.reason}`);
      return answer;
    };
    const texts = ['$\\frac{2}{6}$', '$\\frac{3}{4}$', '$\\frac{1}{6}$', '$\\frac{1}{8}$'];
    const choices = texts.map((text, at) => ({ key: 'ABCD'[at], text }));
    const { question } = await send('POST', '/api/questions', {
      ...{ subject: '数学', grade: 3, points: ['分数'], picture: null, readSeconds: 0, seconds: 300 },
      ...{ prompt: '算一算 $\\frac{1}{2}+\\frac{1}{4}$', explanation: '先通分，再相加' },
      task: { kind: 'single', choices, correct: 'B' },
    });
    const { lessons } = await send('GET', '/api/lessons');
    for (const { lessonId } of lessons) {
      const { questions } = await send('GET', `/api/lessons/${lessonId}/questions`);
      const others = questions.map(({ questionId }: { questionId: string }) => questionId);
      await send('PUT', `/api/lessons/${lessonId}/questions`, { questionIds: [question.questionId, ...others] });
    }
  });
}

/** Counts raised hands on a board's drawer. */
async function countHands(board: Page, hand: string, times: number): Promise<void> {
  await openDrawer(board);
  for (let time = 0; time < times; time += 1) await button(board, `${hand} 加一`).click();
  await button(board, '关闭').last().click();
}

test('[BK4] [BK7] a prepared question with formulas is looked at, and opens on every screen', async () => {
  await button(teacher, '出题').click();
  // The first of the lesson's list has the keyboard's focus.
  await dialog().locator('button:focus', { hasText: '算一算' }).waitFor();
  await teacher.keyboard.press('Enter');
  await dialog().locator('.katex').first().waitFor();
  await dialog().locator('button:focus', { hasText: '开始作答' }).waitFor();
  await teacher.keyboard.press('Enter');
  for (const page of [...boards, ...tablets]) await page.locator('.katex').first().waitFor();
});

test('[QZ9] [QZ4] answers and the hands that the assistant counts are one tally', async () => {
  await button(tablets[0], /^B\b/).click();
  await button(tablets[1], /^A\b/).click();
  await teacher.getByText('2 / 2 已作答').waitFor();
  await countHands(boards[1], 'B', 2);
  await teacher.getByText(/^4 \/ \d+ 已作答/).waitFor();
});

test('[QZ5] after the close each classroom has its result, and one jade step after the other leads on', async () => {
  await button(teacher, '结束作答').click();
  await results().getByText('答对 3/4').waitFor();
  await results()
    .getByRole('button', { name: /三年级一班.*答对 1\/1/ })
    .waitFor();
  await results()
    .getByRole('button', { name: /答对 2\/3/ })
    .waitFor();
  await button(teacher, '公布答案').click();
  await tablets[0].getByText('答对了！').waitFor();
  await tablets[1].getByText('这次不对').waitFor();
  await button(teacher, '讲解').click();
  await teacher.getByRole('group', { name: '现在' }).getByText('先通分，再相加').waitFor();
});

test('[QZ14] a single answer goes onto the boards on purpose, with the name in its own classroom only', async () => {
  expect(await boards[0].getByText('王小明').count()).toBe(0);
  await results()
    .getByRole('button', { name: /三年级一班/ })
    .click();
  await dialog().getByText('王小明').waitFor();
  // A sheet that has just opened takes no tap that was meant for what stood there before.
  const onBoards = dialog().getByRole('button', { name: '已上大屏' });
  const put = () => dialog().getByRole('button', { name: '上大屏', exact: true }).click({ timeout: 2_000 });
  const tried = () => put().catch(() => undefined);
  await expect.poll(() => tried().then(() => onBoards.count())).toBe(1);
  await boards[0]
    .getByText(/王小明/)
    .first()
    .waitFor();
  await boards[1].getByText(/1号/).first().waitFor();
  expect(await boards[1].getByText('王小明').count()).toBe(0);
  await teacher.keyboard.press('Escape');
});

test('[SC3] the score of each classroom can be looked up with its formula', async () => {
  await button(teacher, '课堂得分').click();
  await dialog().getByText('每题 10 分 × 答对人数 ÷ 应答人数，取平均').waitFor();
  await dialog().getByRole('listitem').filter({ hasText: '三年级一班' }).getByText('10.0 分').waitFor();
  expect(await dialog().getByRole('switch', { checked: true }).count()).toBe(1);
  // A sheet that has just opened takes no tap that was meant for what stood there before.
  await expect.poll(() => teacher.keyboard.press('Escape').then(() => dialog().count())).toBe(0);
});

test('[QZ12] A to D is asked in two taps, and its right answer is marked after the close', async () => {
  await button(teacher, '下一题').click();
  await button(teacher, 'A–D 马上答').click();
  await button(tablets[0], /^C\b/).click();
  await teacher.getByText('1 / 2 已作答').waitFor();
  await button(teacher, '结束作答').click();
  const mark = teacher.getByRole('group', { name: '点一下正确答案' });
  await mark.getByRole('button', { name: 'C' }).click();
  await results().getByText('答对 1/1').first().waitFor();
  await button(teacher, '公布答案').click();
  await tablets[0].getByText('答对了！').waitFor();
  await button(teacher, '收起').click();
  await button(teacher, '出题').waitFor();
});
