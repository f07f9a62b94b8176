import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from '../support/button.ts';
import { buzz } from '../support/buzz.ts';
import { Cast } from '../support/cast.ts';
import { openDrawer } from '../support/hold.ts';
import { mediaFiles } from '../support/media-files.ts';
import { openBuzzer } from '../support/open-buzzer.ts';
import { heard, hears, mediaIsUp, packetsDuring, remoteVoices, seesPicture, seesTimecode } from '../support/senses.ts';
import { startLesson } from '../support/start-lesson.ts';

/** What the back row can read, as a share of the board's height. */
const BACK_ROW = 0.025;

let cast: Cast;
let teacher: Page;
let boards: readonly [Page, Page];
let tablets: readonly [Page, Page];

beforeAll(async () => {
  cast = await Cast.open({}, mediaFiles().calmVideo);
  teacher = await cast.teacher();
  boards = [await cast.board(0), await cast.board(1)];
  tablets = [await cast.tablet(0, '王小明'), await cast.tablet(1, '马小龙')];
});
afterAll(() => cast?.close());

test('[LS2] before the lesson nobody sees or hears anybody, though all are connected and the teacher’s devices run', async () => {
  await mediaIsUp(teacher, 2);
  for (const board of boards) await mediaIsUp(board, 1);
  await teacher.waitForFunction(() =>
    ['audio', 'video'].every((kind) =>
      window.tongkeProbe.connections.some((connection) =>
        connection.getSenders().some(({ track }) => track?.kind === kind && track.readyState === 'live'),
      ),
    ),
  );
  for (const page of [teacher, ...boards]) expect(await packetsDuring(page, 1_000)).toEqual({ audio: 0, video: 0 });
  expect(await smallestText(boards[0], 'body')).toBeGreaterThanOrEqual(BACK_ROW);
});

test('[FL8] both boards see the teacher move and hear the teacher speak', async () => {
  await startLesson(teacher);
  for (const board of boards) {
    const [first, second] = await seesTimecode(board);
    expect(second).not.toBe(first);
    expect(await hears(board, 'teacher')).toBe(true);
    expect(await heard(board, 2_000)).toEqual(['teacher']);
  }
});

test('the back row reads every part of a board, in both languages', async () => {
  const [board] = boards;
  const readable = async () => expect(await smallestText(board, 'body')).toBeGreaterThanOrEqual(BACK_ROW);
  await button(board, '学生加入').click();
  await readable();
  await button(board, '关闭').last().click();
  await openDrawer(board);
  await readable();
  await button(board, '关闭').last().click();
  await button(board, 'English').click();
  await readable();
  await button(board, '中文').click();
  await board.setViewportSize({ width: 1280, height: 1024 });
  await readable();
  await board.setViewportSize({ width: 1024, height: 768 });
  await readable();
  const assistant = await button(board, '助教').boundingBox();
  expect((assistant?.x ?? 0) + (assistant?.width ?? 0)).toBeLessThanOrEqual(1024);
  expect((assistant?.y ?? 0) + (assistant?.height ?? 0)).toBeLessThanOrEqual(768);
  await board.setViewportSize({ width: 1366, height: 768 });
});

test('[FL7] the teacher sees every classroom and hears none', async () => {
  await teacher.waitForFunction(
    () =>
      [...document.querySelectorAll('video')].filter(({ videoWidth, paused }) => videoWidth > 0 && !paused).length ===
      3,
  );
  expect((await packetsDuring(teacher, 1_000)).audio).toBe(0);
  for (const board of boards) expect(await microphones(board)).toEqual([]);
});

test('[MD2] a turn carries a child’s voice and picture to the teacher and to the other board, and nothing after it', async () => {
  await button(tablets[0], '举手').click();
  await button(teacher, /王小明（三年级一班）/).click();
  await boards[0].getByText(/你们?在讲话/).waitFor();
  await tablets[0].getByText('轮到你了！').waitFor();
  await expect.poll(() => remoteVoices(boards[1])).toBe(2);
  expect(await Promise.all([hears(teacher, 'child'), hears(boards[1], 'child')])).toEqual([true, true]);
  // Nobody hears itself.
  const hearing = await Promise.all([teacher, ...boards].map((page) => heard(page, 2_000)));
  expect(hearing).toEqual([['child'], ['teacher'], ['teacher', 'child']]);
  await boards[1].getByText('发言：三年级一班 1号').waitFor();
  await boards[1].waitForFunction(
    () =>
      [...document.querySelectorAll('video')].filter(({ videoWidth, paused }) => videoWidth > 0 && !paused).length ===
      2,
  );
  expect(await microphones(boards[0])).toEqual(['live']);

  await button(teacher, '结束发言').click();
  await boards[0].getByText(/你们?在讲话/).waitFor({ state: 'detached' });
  await boards[0].waitForFunction(() =>
    window.tongkeProbe.captured.every(({ kind, readyState }) => kind !== 'audio' || readyState === 'ended'),
  );
  await expect.poll(() => remoteVoices(teacher)).toBe(0);
  await expect.poll(() => remoteVoices(boards[1])).toBe(1);
  expect((await packetsDuring(teacher, 1_500)).audio).toBe(0);
  const after = await Promise.all([teacher, ...boards].map((page) => heard(page, 2_500)));
  expect(after).toEqual([[], ['teacher'], ['teacher']]);
  expect(await microphones(boards[0])).toEqual([]);
});

test('[BZ6] [BZ11] one buzzer round has one winner, and every screen says who', async () => {
  await openBuzzer(teacher);
  await buzz(tablets);
  await teacher.getByText(/抢到了$/).waitFor();
  const winners = () => Promise.all(tablets.map((tablet) => tablet.getByText('你抢到了！').isVisible()));
  await expect.poll(async () => (await winners()).filter(Boolean).length).toBe(1);
  for (const board of boards) await board.getByText('抢到了！').waitFor();
  expect(await smallestText(boards[0], 'body')).toBeGreaterThanOrEqual(BACK_ROW);
  // Names stay in their own classroom.
  const [other, name] = (await winners())[0] ? ([boards[1], '王小明'] as const) : ([boards[0], '马小龙'] as const);
  expect(await other.getByText(name).count()).toBe(0);
  await button(teacher, '收起').click();
});

test('[QZ5] a choice question from the sheet to the revealed answer', async () => {
  await button(teacher, '出题').click();
  await teacher.getByText('2/5 + 1/5').click();
  await button(teacher, '开始作答').click();
  await button(tablets[0], /^C\b/).click();
  await button(tablets[1], /^A\b/).click();
  await teacher.getByText('2 / 2 已作答').waitFor();
  for (const board of boards) {
    await board.getByText('2/5 + 1/5').waitFor();
    // Read from the back row: a share of the screen's height.
    expect(await smallestText(board, 'body')).toBeGreaterThanOrEqual(BACK_ROW);
    expect(await smallestText(board, 'h1, h2')).toBeGreaterThanOrEqual(0.04);
  }
  await button(teacher, '结束作答').click();
  await tablets[0].getByText('时间到！等老师公布答案').waitFor();
  await button(teacher, '公布答案').click();
  await tablets[0].getByText('答对了！').waitFor();
  await tablets[1].getByText('这次不对').waitFor();
  for (const board of boards) {
    await board.getByText(/三年级一班 答对 1\/1/).waitFor();
    expect(await smallestText(board, 'body')).toBeGreaterThanOrEqual(BACK_ROW);
  }
  await button(teacher, '收起').click();
});

test('[LS3] the end of the lesson ends every picture, every voice and every camera', async () => {
  await seesPicture(boards[0]);
  await button(teacher, '结束课堂').click();
  await button(teacher, '结束课堂').last().click();
  for (const page of [...boards, ...tablets]) await page.getByText('下课啦！').waitFor();
  for (const page of [teacher, ...boards]) {
    await page.waitForFunction(() => window.tongkeProbe.captured.every(({ readyState }) => readyState === 'ended'));
  }
});

/** The states of the microphones that a page has open. */
function microphones(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    window.tongkeProbe.captured
      .filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
      .map(({ readyState }) => readyState),
  );
}

/** The smallest letters that can be seen inside the first match, as a share of the screen's height. */
function smallestText(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let smallest = Number.POSITIVE_INFINITY;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement;
        if (!holder || !node.textContent?.trim() || holder.closest('.unseen, script, noscript')) continue;
        if (holder.getBoundingClientRect().width === 0) continue;
        smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(holder).fontSize));
      }
      return smallest / innerHeight;
    });
}
