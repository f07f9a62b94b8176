import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeScreen } from '@tongke/signaling/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointment, Rehearsal } from '../../bench/join/rehearsal.ts';
import { asked, open, prepare, reveal } from '../support/ask.ts';
import { openBrowser, openScreen } from '../support/browser.ts';
import { button } from '../support/button.ts';
import { mediaFiles } from '../support/media-files.ts';
import { startBoard } from '../support/start-board.ts';
import { startLesson } from '../support/start-lesson.ts';

const ROOMS = 50;
/** Boards with a real camera; the others are sockets alone. */
const CAMERAS = 10;
const LIVE = 9;
const LAPTOP = { width: 1366, height: 768 };
/** The same laptop when the browser's own bars take their room. */
const LOW = { width: 1366, height: 625 };

const SLOW = asked('一加一等于二。', { kind: 'true-false', correct: true }, 600);

const folder = mkdtempSync(join(tmpdir(), 'tongke-e2e-'));
const sockets: FakeScreen[] = [];
let rehearsal: Rehearsal;
let appointment: Appointment;
let browser: Browser;
let teacher: Page;

beforeAll(async () => {
  rehearsal = await Rehearsal.open({}, folder);
  browser = await openBrowser({ video: mediaFiles().slowVideo });
  appointment = await rehearsal.appoint(ROOMS);
  teacher = await openTeacher();
  await Promise.all(appointment.boardTokens.slice(CAMERAS).map(openSocket));
  for (const token of appointment.boardTokens.slice(0, CAMERAS)) await openBoard(token);
  await startLesson(teacher);
});
afterAll(async () => {
  for (const board of sockets) board.close();
  await browser?.close();
  await rehearsal?.school.close();
  rmSync(folder, { recursive: true, force: true });
});

test('fifty classrooms: nine live pictures at most, a still of the others, all of them within reach', async () => {
  await teacher.getByText('50/50 间在线').waitFor();
  const seen = (selector: string) => teacher.locator(`section[aria-label="教室"] ${selector}`);
  // In one look: while one room takes another's place there are eight for a moment.
  await teacher.waitForFunction((live) => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('section[aria-label="教室"] video')];
    return videos.length === live && videos.every(({ videoWidth }) => videoWidth > 0);
  }, LIVE);
  await teacher.waitForFunction(
    (rest) => document.querySelectorAll('section[aria-label="教室"] img').length >= rest,
    CAMERAS - LIVE,
  );
  expect(await seen('video').count()).toBeLessThanOrEqual(LIVE);
});

test('a classroom whose picture is not on the screen sends no packet of it, though it stays ready', async () => {
  // The rotation brings every camera up once; those that are not on the screen then rest.
  await expect
    .poll(() => teacher.evaluate(picturesDuring, 2_000), { timeout: 60_000 })
    .toEqual({ attached: CAMERAS, unseen: 0 });
});

test.each([LAPTOP, LOW])(
  'fifty classrooms on $width×$height: the page does not scroll, nothing overlaps, every control is in sight',
  async (size) => {
    await teacher.setViewportSize(size);
    expect(
      await teacher.evaluate(() => [
        document.documentElement.scrollHeight - innerHeight,
        document.documentElement.scrollWidth - innerWidth,
      ]),
    ).toEqual([0, 0]);
    for (const name of ['抢答', '出题', '请发言', '结束课堂']) {
      const box = await button(teacher, name).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    const controls = await boxesOf(':is(button, select, input, a):not(section[aria-label="教室"] *)');
    expect(controls.length).toBeGreaterThanOrEqual(4);
    const panel = await boxesOf('section[aria-label="教室"]');
    expect(panel).toHaveLength(1);
    for (const box of [...controls, ...panel]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
      expect(box.y + box.height).toBeLessThanOrEqual(size.height);
    }
    expect(overlapping([...controls, ...panel])).toEqual([]);
    const targets = await boxesOf('button');
    for (const { words, width, height } of targets) expect(Math.min(width, height), words).toBeGreaterThanOrEqual(44);
    const tiles = await boxesOf('section[aria-label="教室"] button:not([aria-pressed])');
    expect(tiles).toHaveLength(ROOMS);
    expect(overlapping(tiles)).toEqual([]);
    // The last classroom is a scroll inside its panel away.
    const last = teacher.locator('section[aria-label="教室"]').getByText('50', { exact: true }).first();
    await last.scrollIntoViewIfNeeded();
    expect(await last.isVisible()).toBe(true);
  },
);

test('raised hands stay in sight with a microphone that does not run, and a tap gives the turn', async () => {
  await teacher.setViewportSize(LOW);
  for (const board of sockets.slice(0, 3)) await board.do({ type: 'hand.raise' });
  const hands = teacher.locator('ol li > button:first-child');
  await hands.nth(2).waitFor();
  await unplug(teacher);
  await teacher.getByText('大家听不到你').waitFor();
  const [queue] = await boxesOf('[data-queue]');
  const [first, second] = await boxesOf('ol li > button:first-child');
  expect(first?.height).toBeGreaterThanOrEqual(60);
  expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThanOrEqual((queue?.y ?? 0) + (queue?.height ?? 0));
  await hands.filter({ hasText: '请发言' }).first().click();
  await button(teacher, '结束发言').click();
  await button(teacher, '全部放下').click();
  await plugIn(teacher);
  await teacher.getByText('麦克风已开').waitFor();
  await teacher.setViewportSize(LAPTOP);
});

test('a classroom that is pinned stays live, and its corner says so', async () => {
  const grid = teacher.locator('section[aria-label="教室"]');
  await grid.getByRole('button', { name: '钉住' }).nth(5).click();
  await grid.getByRole('button', { name: '已钉住' }).click();
  expect(await grid.getByRole('button', { name: '已钉住' }).count()).toBe(0);
});

test('in a question each tile counts its classroom, and the strip names no more than fit', async () => {
  // Long enough that it does not end by itself while a busy machine draws fifty classrooms.
  await prepare(teacher, [SLOW]);
  await open(teacher, SLOW.prompt);
  await button(teacher, '结束作答').waitFor();
  const strip = teacher.getByRole('group', { name: '现在' });
  expect(await strip.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(0);
  await reveal(teacher);
  await button(teacher, '收起').click();
});

test('[FL1] fifty classrooms: any of them gets the turn in three taps', async () => {
  await button(teacher, '请发言').click();
  await teacher.getByRole('dialog').getByRole('button', { name: '37' }).click();
  await button(teacher, '请全班发言').click();
  await button(teacher, '结束发言').waitFor();
  await button(teacher, '结束发言').click();
});

/** Runs inside a page: how many pictures are attached, and for how many of them that are not on the screen packets arrive within so many ms. */
async function picturesDuring(ms: number): Promise<{ attached: number; unseen: number }> {
  const received = async () => {
    const packets = new Map<string, number>();
    for (const connection of window.tongkeProbe.connections) {
      (await connection.getStats()).forEach((entry) => {
        const measures = window.tongkeProbe.measures(entry.trackIdentifier);
        if (entry.type === 'inbound-rtp' && entry.framesDecoded && !measures)
          packets.set(entry.trackIdentifier, entry.packetsReceived ?? 0);
      });
    }
    return packets;
  };
  const shown = () =>
    [...document.querySelectorAll('video')].flatMap(({ srcObject }) =>
      srcObject instanceof MediaStream ? srcObject.getTracks().map(({ id }) => id) : [],
    );
  const seen = new Set(shown());
  const before = await received();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const after = await received();
  for (const id of shown()) seen.add(id);
  const unseen = [...after].filter(([id, packets]) => !seen.has(id) && packets > (before.get(id) ?? 0)).length;
  return { attached: after.size, unseen };
}

/** What the page hears when a microphone is pulled out: its track ends, and there is none to open. */
async function unplug(page: Page): Promise<void> {
  await page.evaluate(() => {
    const none = () => Promise.reject(new DOMException('', 'NotFoundError'));
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: none, configurable: true });
    for (const track of window.tongkeProbe.captured)
      if (track.kind === 'audio') track.dispatchEvent(new Event('ended'));
  });
}

/** It is there again. */
async function plugIn(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
}

interface Box {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where on the teacher's screen the visible elements of a selector are. */
function boxesOf(selector: string): Promise<Box[]> {
  return teacher.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return width * height > 0 ? [{ words, x, y, width, height }] : [];
    }),
  );
}

/** The pairs that share more than a rounded pixel. */
function overlapping(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      return wide > 1 && high > 1 ? [`${a.words} / ${b.words}`] : [];
    }),
  );
}

async function openTeacher(): Promise<Page> {
  const { school, api } = rehearsal;
  const { context, page } = await openScreen(browser, LAPTOP);
  await context.addCookies([{ ...api.cookie, url: school.origin }]);
  await page.goto(`${school.origin}/teach#lesson=${appointment.lessonId}`);
  await button(page, '开始上课').waitFor();
  return page;
}

async function openSocket(token: string): Promise<void> {
  const board = new FakeScreen({ url: rehearsal.school.origin, credentials: { as: 'board', token } });
  sockets.push(board);
  await board.hello();
  // On a busy machine a link may fall silent for too long.
  board.stay();
}

async function openBoard(token: string): Promise<void> {
  const { context, page } = await openScreen(browser, LAPTOP);
  await context.addInitScript((value) => localStorage.setItem('tongke.board', value), token);
  await page.goto(`${rehearsal.school.origin}/board`);
  await startBoard(page);
}
