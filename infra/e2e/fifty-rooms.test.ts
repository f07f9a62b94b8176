import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeScreen } from '@tongke/signaling/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Appointment, Rehearsal } from '../bench/join/rehearsal.ts';
import { openBrowser, openScreen } from './support/browser.ts';

const ROOMS = 50;
/** Boards with a real camera; the others are sockets alone. */
const CAMERAS = 11;
const LIVE = 9;
const LAPTOP = { width: 1366, height: 768 };

const folder = mkdtempSync(join(tmpdir(), 'tongke-e2e-'));
const sockets: FakeScreen[] = [];
let rehearsal: Rehearsal;
let appointment: Appointment;
let browser: Browser;
let teacher: Page;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

beforeAll(async () => {
  rehearsal = await Rehearsal.open({}, folder);
  browser = await openBrowser();
  appointment = await rehearsal.appoint(ROOMS);
  teacher = await openTeacher();
  for (const token of appointment.boardTokens.slice(CAMERAS)) {
    const board = new FakeScreen({ url: rehearsal.school.origin, credentials: { as: 'board', token } });
    sockets.push(board);
    await board.hello();
  }
  for (const token of appointment.boardTokens.slice(0, CAMERAS)) await openBoard(token);
  await button(teacher, '开始上课').click();
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
  await teacher.waitForFunction(
    (live) =>
      [...document.querySelectorAll('section[aria-label="教室"] video')].filter(
        (video) => (video as HTMLVideoElement).videoWidth > 0,
      ).length === live,
    LIVE,
  );
  expect(await seen('video').count()).toBe(LIVE);
  await teacher.waitForFunction(
    (rest) => document.querySelectorAll('section[aria-label="教室"] img').length >= rest,
    CAMERAS - LIVE,
  );
  expect(await seen('video').count()).toBeLessThanOrEqual(LIVE);
});

test('fifty classrooms on 1366×768: the page does not scroll, nothing overlaps, every control is in sight', async () => {
  expect(
    await teacher.evaluate(() => [
      document.documentElement.scrollHeight - innerHeight,
      document.documentElement.scrollWidth - innerWidth,
    ]),
  ).toEqual([0, 0]);
  const boxes: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[] = [];
  for (const name of ['抢答', '出题', '请发言', '结束课堂']) {
    const box = await button(teacher, name).boundingBox();
    if (!box) throw new Error(`${name} is not in sight`);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(LAPTOP.width);
    expect(box.y + box.height).toBeLessThanOrEqual(LAPTOP.height);
    expect(box.height).toBeGreaterThanOrEqual(44);
    boxes.push(box);
  }
  const grid = await teacher.locator('section[aria-label="教室"]').boundingBox();
  for (const box of boxes) expect(overlap(box, grid ?? box)).toBe(grid === null);
  // The last classroom is a scroll inside its panel away.
  const last = teacher.locator('section[aria-label="教室"]').getByText('50', { exact: true }).first();
  await last.scrollIntoViewIfNeeded();
  expect(await last.isVisible()).toBe(true);
});

test('[FL1] fifty classrooms: any of them gets the turn in three taps', async () => {
  await button(teacher, '请发言').click();
  await teacher.getByRole('dialog').getByRole('button', { name: '37' }).click();
  await button(teacher, '请全班发言').click();
  await button(teacher, '结束发言').waitFor();
  await button(teacher, '结束发言').click();
});

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

async function openTeacher(): Promise<Page> {
  const { school, api } = rehearsal;
  const { context, page } = await openScreen(browser, LAPTOP);
  await context.addCookies([{ ...api.cookie, url: school.origin }]);
  await page.goto(`${school.origin}/teach#lesson=${appointment.lessonId}`);
  await button(page, '开始上课').waitFor();
  return page;
}

async function openBoard(token: string): Promise<void> {
  const { context, page } = await openScreen(browser, LAPTOP);
  await context.addInitScript((value) => localStorage.setItem('tongke.board', value), token);
  await page.goto(`${rehearsal.school.origin}/board`);
  await button(page, '开始上课').click();
  await button(page, '开始上课').waitFor({ state: 'detached' });
}
