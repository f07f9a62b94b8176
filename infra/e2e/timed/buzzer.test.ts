import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Relay } from '../../netlab/link.ts';
import { startTcpRelay } from '../../netlab/tcp-relay.ts';
import { PLAIN_HOST } from '../support/browser.ts';
import { button } from '../support/button.ts';
import { Cast } from '../support/cast.ts';
import { openDrawer } from '../support/hold.ts';
import { openBuzzer } from '../support/open-buzzer.ts';
import { pressAfter } from '../support/press-after.ts';
import { startBoard } from '../support/start-board.ts';
import { startLesson } from '../support/start-lesson.ts';

/** What the slow link takes each way, in ms. */
const SLOW_MS = 300;
/** From the cue on the own screen to the press, in ms: the slow tablet's hand is faster, and its press arrives later. */
const REACTION_MS = { slow: 300, fast: 620 } as const;

let cast: Cast;
let relay: Relay;
let teacher: Page;
let boards: readonly [Page, Page];
let boardAddress: string;
let fast: Page;
let slow: Page;

const channels = (page: Page) => page.evaluate(() => window.tongkeProbe.channels.map(({ readyState }) => readyState));

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_HOST: PLAIN_HOST });
  const here = { host: '127.0.0.1', port: 0 };
  relay = await startTcpRelay({ delayMs: SLOW_MS, up: true }, here, { ...here, port: cast.school.httpPort });
  teacher = await cast.teacher();
  boards = [await cast.board(0), await cast.board(1)];
  fast = await cast.tablet(0, '王小明');
  await startLesson(teacher);
});
afterAll(async () => {
  await cast?.close();
  await relay?.close();
});

test('[BZ9] a room without tablets presses on its board, a tablet on plain HTTP by its data path; both are in one order', async () => {
  expect(await fast.evaluate(() => isSecureContext)).toBe(false);
  await expect.poll(() => channels(fast), { timeout: 30_000 }).toEqual(['open']);
  // Long, for a busy machine; the sheet remembers it.
  await button(teacher, '抢答').click();
  await teacher.getByRole('radio', { name: '60 秒' }).click();
  await button(teacher, '开始抢答').click();
  await boards[1].getByText('看着大屏，变黄了再按').waitFor();
  await Promise.all([
    pressAfter(fast, REACTION_MS.slow),
    pressAfter(boards[1], REACTION_MS.slow + 200, '第 2 组按这里'),
  ]);
  await teacher.getByText('王小明（三年级一班） 抢到了').waitFor();
  await teacher.getByText('三年级二班 第 2 组').waitFor();
  await teacher.getByText('大屏', { exact: true }).waitFor();
  await fast.getByText('你抢到了！').waitFor();
  await boards[0].getByText('王小明').waitFor();
  await boards[1].getByText('三年级一班 1号').waitFor();
  await boards[1].getByText('第 2 组 第 2').waitFor();
  await button(teacher, '给分').first().click();
  await teacher.getByText('已给分').waitFor();
  await boards[0].getByText('加 1 分').waitFor();
  await teacher.getByText(/本课抢到：三年级一班 1/).waitFor();
  await button(teacher, '收起').click();
  await fast.getByText('今天得了 1 分').waitFor();
});

test('[BZ6] [BZ10] the press that was earlier wins, though the slow link brings it later; the point, the next, and the wins', async () => {
  // A board on a good link would be a witness that its room is near.
  boardAddress = boards[1].url();
  await boards[1].goto('about:blank');
  const context = await cast.device();
  // Only the socket, which the slow link carries: no data path beside it.
  await context.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
  slow = await context.newPage();
  const link = new URL(cast.link('/s/', 1));
  link.port = String(relay.port);
  await slow.goto(link.href);
  await button(slow, '马小龙').click();
  await button(slow, '换人').waitFor();
  // Long enough for the link to be measured.
  await slow.waitForTimeout(6_000);
  await openBuzzer(teacher);
  await button(slow, '准备').waitFor();
  await Promise.all([pressAfter(fast, REACTION_MS.fast), pressAfter(slow, REACTION_MS.slow)]);
  await teacher.getByText('马小龙（三年级二班） 抢到了').waitFor();
  await slow.getByText('你抢到了！').waitFor();
  await fast.getByText('三年级二班 1号 抢到了').waitFor();
  await fast.getByText('你是第 2 个').waitFor();
  const [first, second] = await teacher.locator('ol[data-order] li').allInnerTexts();
  expect(first).toMatch(/马小龙（三年级二班）\s*0\.\d\d 秒 ± 0\.\d\d，领先 0\.\d\d 秒/);
  expect(first).toContain('独自一台');
  expect(first).toContain('只有一条线路');
  expect(second).toContain('王小明');
  await button(teacher, '不给分').click();
  await button(teacher, '下一位').click();
  await teacher.getByText('轮到 王小明（三年级一班）').waitFor();
  await fast.getByText('轮到你了！').waitFor();
  await button(teacher, '给分').first().click();
  await teacher.getByText('已给分').waitFor();
  await teacher.getByText(/本课抢到：三年级一班 1、三年级二班 1/).waitFor();
  await button(teacher, '收起').click();
  await fast.getByText('今天得了 2 分').waitFor();
});

test('[BZ5] [BZ9] too early is told kindly and may press again; an assistant lets the room press on its board once the tablets are gone', async () => {
  await slow.context().close();
  await boards[1].goto(boardAddress);
  await startBoard(boards[1]);
  await openDrawer(boards[1]);
  await boards[1].getByRole('switch', { name: '在大屏上抢答' }).click();
  await button(boards[1], '关闭').last().click();
  await openBuzzer(teacher);
  await pressAfter(fast, 0, '准备');
  await fast.getByText('抢早了').first().waitFor();
  await Promise.all([
    pressAfter(fast, REACTION_MS.slow),
    pressAfter(boards[1], REACTION_MS.slow + 200, '第 1 组按这里'),
  ]);
  await teacher.getByText('王小明（三年级一班） 抢到了').waitFor();
  await button(teacher, '收起').click();
});
