import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { drawOver } from './support/draw-over.ts';
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

test('[CA1] a child draws on the tablet and the assistant’s phone takes a photo; both lie in the tray', async () => {
  await button(teacher, '看作品').click();
  await teacher.getByRole('switch', { name: /收作品/ }).click();
  await tablet.getByText('老师想看你的作品').waitFor();
  await button(tablet, '画在屏幕上').click();
  await drawOver(tablet.locator('canvas'), [
    [0.25, 0.25],
    [0.4, 0.6],
    [0.5, 0.5],
    [0.6, 0.4],
  ]);
  await button(tablet, '画好了').click();
  await button(tablet, '就交这张').click();
  await tablet.getByText('已送到 1 张').waitFor();

  const phone = await pairedPhone();
  const buffer = Buffer.from(await phone.evaluate(greenPaper), 'base64');
  await phone.setInputFiles('input[type=file]', { name: 'paper.jpg', mimeType: 'image/jpeg', buffer });
  await phone.getByText('这是谁的作品').waitFor();
  await button(phone, '张子涵').first().click();
  await expect.poll(() => teacher.locator('[role=dialog] li img').count()).toBe(2);
  // [CA3] The own room looks at both, too.
  await expect.poll(() => phone.locator('li img').count()).toBe(2);
});

test('[CA4] two works stand side by side on all boards, without names until they are revealed', async () => {
  for (const work of await button(teacher, /的作品$/).all()) await work.click();
  await button(teacher, '放到大屏（2）').click();
  for (const page of [board, other]) {
    await expect.poll(() => page.evaluate(picturesShown)).toBe(2);
    expect(await page.getByText('三年级一班 的作品').count()).toBe(2);
    expect(await page.getByText('王小明', { exact: true }).count()).toBe(0);
  }
  await teacher.getByRole('switch', { name: '显示是谁的' }).click();
  await button(teacher, '放到大屏（2）').click();
  await board.getByText('王小明', { exact: true }).waitFor();
  await expect.poll(() => other.getByText('三年级一班 的作品').count()).toBe(0);
  await button(teacher, '从大屏收起').click();
  for (const page of [board, other]) await expect.poll(() => page.evaluate(picturesShown)).toBe(0);
});

/** The phone of the first classroom's assistant, paired by the board. */
async function pairedPhone(): Promise<Page> {
  await openDrawer(board);
  const made = board.waitForResponse(/\/api\/phones\/link/);
  await button(board, '显示二维码').click();
  const { url } = (await (await made).json()) as { readonly url: string };
  const phone = await (await cast.device()).newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(url);
  await phone.getByRole('heading', { name: '三年级一班' }).waitFor();
  await board.getByRole('button', { name: '关闭' }).last().click();
  return phone;
}

/** Runs inside a page: a JPEG, in base64. */
function greenPaper(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [800, 600];
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#22aa77';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
}

/** Runs inside a board: the pictures of works that have come. */
function picturesShown(): number {
  return [...document.querySelectorAll('main li img')].filter(
    (image) => image instanceof HTMLImageElement && image.naturalWidth > 0,
  ).length;
}
