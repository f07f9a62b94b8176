import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { openDrawer } from './support/hold.ts';
import { startLesson } from './support/start-lesson.ts';

let cast: Cast;
let teacher: Page;
let board: Page;
let other: Page;
let tablet: Page;

beforeAll(async () => {
  cast = await Cast.open();
  [teacher, board, other] = [await cast.teacher(), await cast.board(0), await cast.board(1)];
  tablet = await cast.tablet(0, '王小明');
  await startLesson(teacher);
});
afterAll(() => cast?.close());

test('[CK1] [CK2] a countdown stands on boards and tablets, rests over a restart and a reload, and goes on', async () => {
  await button(teacher, '计时').click();
  await button(teacher, '10 分钟').click();
  for (const page of [teacher, board, other, tablet]) await page.getByText('倒计时').waitFor();
  // No tap counts for a moment after a sheet has closed.
  await teacher.locator('[aria-label="现在"][aria-disabled="false"]').waitFor();
  await button(teacher, '暂停').click();
  for (const page of [board, tablet]) await page.getByText('暂停', { exact: true }).waitFor();
  const stands = await clockOf(board);
  expect(stands).toMatch(/^(10:00|9:\d\d)$/);
  await cast.school.signaling.kill('SIGKILL');
  await cast.school.startSignaling();
  await tablet.reload();
  for (const page of [tablet, board, teacher]) await expect.poll(() => clockOf(page)).toBe(stands);
  await button(teacher, '继续').click();
  for (const page of [board, tablet]) await expect.poll(() => clockOf(page)).not.toBe(stands);
  await button(teacher, '收起').click();
  for (const page of [board, tablet]) await page.getByRole('timer').waitFor({ state: 'detached' });
});

test('[PR1] [PR2] praise is large with the name on the own board, on the own tablet, and of the class elsewhere', async () => {
  await button(teacher, /三年级一班/)
    .first()
    .click();
  const sheet = teacher.getByRole('dialog');
  await sheet.getByRole('radio', { name: '表扬' }).click();
  await sheet.getByRole('button', { name: '王小明' }).click();
  await sheet.getByRole('button', { name: '说得真清楚' }).click();
  await board.getByText('老师表扬').waitFor();
  await board.getByText('王小明', { exact: true }).waitFor();
  await tablet.getByText('老师表扬你').waitFor();
  await other.getByText(/三年级一班 的一位同学 · 说得真清楚/).waitFor();
  expect(await other.getByText('王小明').count()).toBe(0);
  await teacher.keyboard.press('Escape');
});

test('[PR3] [PR4] a class applauds, and the teacher reads which', async () => {
  await openDrawer(other);
  await button(other, '鼓掌').click();
  await teacher.getByText(/在鼓掌/).waitFor();
  await other.getByText('掌声送到了').waitFor();
  expect(await board.getByText(/在鼓掌/).count()).toBe(0);
});

async function clockOf(page: Page): Promise<string | null> {
  return page.getByRole('timer').first().textContent();
}
