import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { drawOver } from './support/draw-over.ts';
import { mediaFiles } from './support/media-files.ts';
import { startLesson } from './support/start-lesson.ts';

let cast: Cast;
let teacher: Page;
let board: Page;
let other: Page;

beforeAll(async () => {
  cast = await Cast.open({}, mediaFiles().slowVideo);
  [teacher, board, other] = await Promise.all([cast.teacher(), cast.board(0), cast.board(1)]);
  await startLesson(teacher);
  await button(board, '遮住').waitFor();
});
afterAll(() => cast?.close());

/** The strokes that a screen shows on its page. */
const marks = (page: Page) => page.locator('[data-page] path').count();
const tool = (words: string) =>
  teacher.getByRole('group', { name: '书写工具' }).getByRole('button', { name: words, exact: true }).click();
const surface = (page: Page) => page.locator('[data-ink]');

/** Draws a line on the page that lies there, and does something before the hand is lifted. */
const draw = (page: Page, [fromX = 0, fromY = 0, toX = 0, toY = 0]: readonly number[], before?: () => Promise<void>) =>
  drawOver(
    surface(page),
    [
      [fromX, fromY],
      [toX, toY],
    ],
    before,
  );

/** Where the last stroke lies on the page, in shares of its width and height. */
const place = (page: Page) =>
  page.evaluate(() => {
    const svg = document.querySelector('[data-page]');
    const path = [...document.querySelectorAll('[data-page] path')].pop();
    if (!svg || !path) return null;
    const [whole, part] = [svg.getBoundingClientRect(), path.getBoundingClientRect()];
    const share = (from: number, length: number) => Math.round((100 * from) / length);
    return [
      share(part.left - whole.left, whole.width),
      share(part.top - whole.top, whole.height),
      share(part.width, whole.width),
    ];
  });

test('[IK11] [IK1] [IK3] the teacher draws on a blank page; both boards see the stroke while it is drawn, at the same place', async () => {
  await button(teacher, '课件').click();
  await button(teacher, '加白纸').click();
  await teacher.locator('[aria-label="现在"][aria-disabled="false"]').waitFor();
  await tool('笔');
  await draw(teacher, [0.2, 0.2, 0.6, 0.5], async () => {
    for (const page of [board, other]) await expect.poll(() => marks(page)).toBe(1);
  });
  const there = await place(teacher);
  /** By how much its stroke lies elsewhere than the teacher's; while it is drawn it is shorter. */
  const aside = async (page: Page) => {
    const here = await place(page);
    return Math.max(...(there?.map((share, index) => Math.abs(share - (here?.[index] ?? Number.NaN))) ?? [Number.NaN]));
  };
  for (const page of [board, other]) {
    await expect.poll(() => aside(page)).toBeLessThanOrEqual(1);
    expect(await marks(page)).toBe(1);
  }
});

test('[IK6] a board that is given the pen draws for everybody; taken back in the middle of a stroke, nothing more comes of it', async () => {
  expect(await surface(board).count()).toBe(0);
  await button(teacher, '给笔').click();
  await teacher.getByRole('dialog').getByRole('switch', { name: '三年级一班' }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await board.getByText('笔在我们班').waitFor();
  await draw(board, [0.3, 0.6, 0.7, 0.8]);
  for (const page of [teacher, board, other]) await expect.poll(() => marks(page)).toBe(2);
  await draw(board, [0.1, 0.1, 0.5, 0.1], async () => {
    await expect.poll(() => marks(teacher)).toBe(3);
    await button(teacher, '收回笔').click();
    for (const page of [teacher, board, other]) await expect.poll(() => marks(page)).toBe(2);
  });
  expect(await surface(board).count()).toBe(0);
  for (const page of [teacher, board, other]) expect(await marks(page)).toBe(2);
});

test('[IK5] [IK10] undo takes back the teacher’s own stroke; a part brought nearer is the same on every screen', async () => {
  await button(teacher, '撤销').click();
  for (const page of [teacher, board, other]) await expect.poll(() => marks(page)).toBe(1);
  await board.reload();
  await expect.poll(() => marks(board)).toBe(1);
  await tool('放大');
  const box = await surface(teacher).boundingBox();
  await teacher.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) * 0.7);
  for (const page of [teacher, board, other]) {
    await expect
      .poll(() =>
        page.locator('[data-page]').evaluate((svg) => {
          const frame = svg.closest('[data-frame]')?.getBoundingClientRect();
          return frame ? Math.round((10 * svg.getBoundingClientRect().width) / frame.width) : 0;
        }),
      )
      .toBe(20);
  }
});

test('[IK11] what lies under the teacher’s camera becomes a page, and ink lies exactly over it on a board of another shape', async () => {
  await other.setViewportSize({ width: 1024, height: 768 });
  await button(teacher, '拍一页').click();
  await button(teacher, '拍下').click();
  for (const page of [teacher, board, other]) await page.getByRole('img', { name: '拍下的一页' }).waitFor();
  await tool('笔');
  await draw(teacher, [0.3, 0.3, 0.8, 0.6]);
  const there = await place(teacher);
  for (const page of [teacher, board, other]) {
    await expect.poll(() => marks(page)).toBe(1);
    const here = (await place(page)) ?? [];
    for (const [index, share] of here.entries()) expect(Math.abs(share - (there?.[index] ?? 0))).toBeLessThanOrEqual(1);
    const [picture, ink] = await page.evaluate(() => {
      const image = document.querySelector('[data-frame] img');
      const box = document.querySelector('[data-page]')?.getBoundingClientRect();
      const natural = image instanceof HTMLImageElement ? image.naturalHeight / image.naturalWidth : 0;
      return [natural, box ? box.height / box.width : 1];
    });
    expect(ink).toBeCloseTo(picture ?? 0, 2);
  }
});

test('[IK8] a board that has the pen and no link says so, and there is nothing to draw on', async () => {
  await button(teacher, '给笔').click();
  await teacher.getByRole('dialog').getByRole('switch', { name: '三年级一班' }).click();
  await board.getByText('笔在我们班').waitFor();
  await cast.school.signaling.kill('SIGKILL');
  await board.getByText('没有连上，现在写不上去').waitFor();
  expect(await surface(board).count()).toBe(0);
});
