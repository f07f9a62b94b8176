import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from '../support/button.ts';
import { Cast } from '../support/cast.ts';
import { mediaFiles } from '../support/media-files.ts';
import { hears, seesTimecode } from '../support/senses.ts';
import { startLesson } from '../support/start-lesson.ts';

let cast: Cast;
let teacher: Page;
let boards: readonly [Page, Page];

beforeAll(async () => {
  cast = await Cast.open({}, mediaFiles().calmVideo);
  teacher = await cast.teacher();
  boards = [await cast.board(0), await cast.board(1)];
  await startLesson(teacher);
  for (const board of boards) await seesTimecode(board);
});
afterAll(() => cast?.close());

test('[AU2] the boards mark the lead teacher who speaks, and nobody once the teacher is silent', async () => {
  for (const board of boards) await board.getByText('正在说话').waitFor();
  await button(teacher, '静音').click();
  for (const board of boards) await board.getByText('正在说话').waitFor({ state: 'detached' });
});

test('[AU1] [AU2] the tile of a classroom that has the turn shows how loud it arrives, and its board and the other one mark it', async () => {
  await button(teacher, '请发言').click();
  await teacher.getByRole('dialog').getByRole('button', { name: '三年级二班' }).click();
  await button(teacher, '请全班发言').click();
  await boards[1].getByText(/你们?在讲话/).waitFor();
  await teacher.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('b > span > span')].some(
      ({ style }) => Number(/scaleX\((.*)\)/.exec(style.transform)?.[1] ?? 0) > 0.2,
    ),
  );
  await boards[0].getByText('正在说话').waitFor();
  expect(await hears(boards[0], 'child')).toBe(true);
});

test('[AU3] while the lead teacher speaks a board plays the room more quietly, and in full again afterwards', async () => {
  const quieter = (board: Page) =>
    board.evaluate(() => [...document.querySelectorAll('audio')].filter(({ volume }) => volume < 1).length);
  await expect.poll(() => quieter(boards[0])).toBe(0);
  await button(teacher, '打开麦克风').click();
  await expect.poll(() => quieter(boards[0])).toBe(1);
  await button(teacher, '静音').click();
  await expect.poll(() => quieter(boards[0])).toBe(0);
});
