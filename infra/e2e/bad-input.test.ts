import { randomBytes } from 'node:crypto';
import { FakeScreen } from '@tongke/signaling/testing';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser, openScreen, PLAIN_HOST } from './support/browser.ts';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { startBoard } from './support/start-board.ts';

const LAPTOP = { width: 1366, height: 768 };

let cast: Cast;
let teacher: Page;
let board: Page;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_HOST: PLAIN_HOST });
  teacher = await cast.teacher();
  board = await cast.board(0);
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => cast?.close());

/** A page with storage of its own, before it has gone anywhere. */
async function fresh(init?: () => void): Promise<Page> {
  const context = await cast.device();
  closing.push(() => context.close());
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  await page.setViewportSize(LAPTOP);
  return page;
}

test('a one-time link that was used says so, and what to do', async () => {
  const page = await fresh();
  await page.goto(cast.link('/sign-in'));
  await page.getByText('这个链接打不开').waitFor();
  await page.getByText('请学校的管理员再发一个登录链接给你').waitFor();
});

test('[HT1] a staff page over plain HTTP gives an address that works and nothing else', async () => {
  const page = await fresh();
  const { port } = new URL(cast.school.origin);
  for (const path of ['/teach', '/board', '/admin', '/assist']) {
    const response = await page.goto(`http://${PLAIN_HOST}:${port}${path}`);
    expect(response?.status()).toBe(403);
    expect(await page.getByRole('link').getAttribute('href')).toBe(`${cast.school.origin}${path}`);
  }
  const status = await page.evaluate(() => fetch('/api/me').then((reply) => reply.status));
  expect(status).toBe(403);
});

test('a browser that is too old is told what to do', async () => {
  const page = await fresh(() => Reflect.deleteProperty(String.prototype, 'replaceAll'));
  for (const path of ['/s', '/teach', '/board']) {
    await page.goto(`${cast.school.origin}${path}`);
    await page.getByText('这个浏览器太旧了').waitFor();
  }
});

test('[AC1] [AC6] malformed, unknown and oversized messages get an answer each, and no other screen notices', async () => {
  const ticket = new URL(cast.link('/s/')).pathname.split('/').at(-1) ?? '';
  const deviceKey = randomBytes(24).toString('base64url');
  const guest = new FakeScreen({
    url: cast.school.origin,
    credentials: { as: 'tablet', deviceKey, by: { kind: 'ticket', ticket } },
  });
  closing.push(async () => guest.close());
  expect(await guest.hello()).toMatchObject({ ok: true });
  for (const body of [null, 7, [], { id: 'c', command: { type: 'lesson.start', more: 1 } }]) {
    expect(await guest.ask('command', body)).toMatchObject({ ok: false, reason: 'malformed' });
  }
  expect(await guest.ask('take-over-the-world', {})).toMatchObject({ ok: false, reason: 'unknown-event' });
  const elsewhere = { id: 'c1', lessonId: 'another', command: { type: 'seat.claim', seatId: 's1' } };
  expect(await guest.ask('command', elsewhere)).toMatchObject({ ok: false, reason: 'other-lesson' });
  const told = new Promise((resolve) => guest.socket.once('bye', resolve));
  guest.socket.emit('command', { id: 'c2', text: 'x'.repeat(100_000) });
  expect(await told).toMatchObject({ reason: 'too-large' });
  await button(teacher, '开始上课').waitFor();
  await board.getByText('准备好了，等老师开始').waitFor();
  for (const page of [teacher, board]) expect(await page.getByText('网断了').count()).toBe(0);
});

test('[CT8] a wrong PIN is refused in words; the right one pairs a second board, which waits until it is wanted', async () => {
  const second = await fresh();
  await second.goto(`${cast.school.origin}/board`);
  const pin = await second
    .getByText(/^\d{3}\s?\d{3}$/)
    .first()
    .innerText();
  const pair = await teacher.context().newPage();
  closing.push(() => pair.close());
  await pair.goto(`${cast.school.origin}/pair`);
  const field = pair.getByLabel('大屏上的六位数字');
  await button(pair, '三年级一班').click();
  await field.fill('000000');
  await button(pair, /^配对$/).click();
  await pair.getByText('六位数字不对').waitFor();
  await field.fill(pin.replace(/\s/, ''));
  await button(pair, /^配对$/).click();
  await pair.getByText('配好了：三年级一班').waitFor();

  await second.getByText('这个班已经有一块大屏在用').waitFor();
  expect(await button(board, '助教').isVisible()).toBe(true);
  await button(second, '换到这块大屏').click();
  await button(second, '开始上课').or(second.getByText('准备好了')).first().waitFor();
  await board.getByText('已经在另一个窗口打开了').or(board.getByText('已经有一块大屏')).first().waitFor();
});

test('a camera that is refused, busy or missing: the board says what to do, and the lesson goes on', async () => {
  const context = await cast.device();
  closing.push(() => context.close());
  await context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('no', sessionStorage.getItem('no-camera') ?? 'NotAllowedError'));
  });
  const page = await context.newPage();
  await page.setViewportSize(LAPTOP);
  await page.goto(cast.link('/board', 1));
  await startBoard(page);
  await page.getByText('摄像头没有允许。请叫管理员').waitFor();
  await page.getByText('准备好了，等老师开始').waitFor();
  for (const [name, words] of [
    ['NotReadableError', '摄像头被别的程序占用。关掉那个程序就好'],
    ['NotFoundError', '没有找到摄像头。不开也能上课。'],
  ] as const) {
    await page.evaluate((error) => sessionStorage.setItem('no-camera', error), name);
    await button(page, '再试一次').click();
    await page.getByText(words).first().waitFor();
    await page.getByText('准备好了，等老师开始').waitFor();
  }
});

test('a laptop without camera or permission: the lobby says so and the lesson can start', async () => {
  const bare = await openBrowser({ devices: false, granted: false });
  closing.push(() => bare.close());
  const { context, page } = await openScreen(bare, LAPTOP);
  await context.addCookies(await teacher.context().cookies());
  await page.goto(teacher.url());
  await page
    .getByText(/没有找到摄像头|摄像头.*允许/)
    .first()
    .waitFor();
  expect(await button(page, '开始上课').isEnabled()).toBe(true);
});

test('[CT4] a roster with broken rows is shown row by row and nothing of it is taken', async () => {
  const page = await fresh();
  await page.goto(cast.link('/sign-in', 1));
  await page.waitForURL(/\/admin/);
  await page.getByRole('link', { name: '教室和名单' }).click();
  await page.getByLabel('新教室的名称').fill('四年级一班');
  await button(page, '添加').click();
  const upload = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await upload('姓名,座号\n王小花,1\n,2\n李小树,一\n赵小云,1\n');
  await page.getByRole('cell', { name: '没有姓名，请补上' }).waitFor();
  await page.getByRole('cell', { name: '座号要写成整数，比如 12' }).waitFor();
  await page.getByRole('cell', { name: '这个座号出现了两次，请改一个' }).waitFor();
  expect(await page.getByText('王小花').count()).toBe(0);
  await upload('姓名,座号\n王小花,1\n李小树,2\n');
  await page.getByText('名单收好了：2 名学生。').waitFor();
  await page.getByText('王小花').waitFor();
});
