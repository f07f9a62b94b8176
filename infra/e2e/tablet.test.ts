import type { BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reveal } from './support/ask.ts';
import { openBrowser, openScreen, PLAIN_HOST } from './support/browser.ts';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { openDrawer } from './support/hold.ts';
import { openBuzzer } from './support/open-buzzer.ts';
import { startLesson } from './support/start-lesson.ts';

/** What a tablet may download in all until it has answered and buzzed, as it travels: the page and the parts that come behind it. */
const MOST_BYTES = 140_000;

const PHONE = { width: 390, height: 844 };
const WECHAT =
  'Mozilla/5.0 (Linux; Android 10; M2004J7AC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 ' +
  'Mobile Safari/537.36 XWEB/5127 MMWEBSDK/20230604 MicroMessenger/8.0.38.2400 WeChat/arm64 NetType/WIFI Language/zh_CN';

let cast: Cast;
let teacher: Page;
let board: Page;
let device: BrowserContext;
let tablet: Page;

const seated = (page: Page) => button(page, '换人').waitFor();

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_HOST: PLAIN_HOST });
  teacher = await cast.teacher();
  board = await cast.board(0);
  device = await cast.device();
  tablet = await device.newPage();
});
afterAll(() => cast?.close());

test('[HT1] on plain HTTP, without secure contexts, a tablet joins, answers and buzzes', async () => {
  const downloads: Promise<number>[] = [];
  tablet.on('response', (reply) => downloads.push(bytesOf(reply)));
  const response = await tablet.goto(cast.link('/s/'));
  expect(
    await tablet.evaluate(() => [isSecureContext, 'mediaDevices' in navigator, 'serviceWorker' in navigator]),
  ).toEqual([false, false, false]);
  const policy = (await response?.headerValue('permissions-policy')) ?? '';
  expect(policy).toContain('camera=()');
  expect(policy).toContain('microphone=()');
  await button(tablet, '王小明').click();
  await seated(tablet);
  await startLesson(teacher);
  await button(teacher, '出题').click();
  await teacher.getByText('2/5 + 1/5').click();
  await button(teacher, '开始作答').click();
  await button(tablet, /^C\b/).click();
  await teacher.getByText('1 / 1 已作答').waitFor();
  await reveal(teacher);
  await tablet.getByText('答对了！').waitFor();
  await button(teacher, '收起').click();
  await openBuzzer(teacher);
  await button(tablet, '抢！').waitFor();
  // Faster than a hand would be a false start.
  await tablet.waitForTimeout(250);
  await button(tablet, '抢！').click();
  await tablet.getByText('你抢到了！').waitFor();
  const downloaded = (await Promise.all(downloads)).reduce((sum, bytes) => sum + bytes, 0);
  expect(downloaded).toBeGreaterThan(20_000);
  console.log(`${downloaded} bytes until a tablet has answered and buzzed`);
  expect(downloaded).toBeLessThanOrEqual(MOST_BYTES);
  await button(teacher, '给分').first().click();
  await teacher.getByText('已给分').waitFor();
  await button(teacher, '收起').click();
  await tablet.getByText('今天得了 2 分').waitFor();
});

test('[HT6] even on a secure page a tablet gets no camera and no microphone', async () => {
  const equipped = await openBrowser();
  const { page } = await openScreen(equipped, PHONE);
  await page.goto(cast.link('/s/').replace(PLAIN_HOST, 'localhost'));
  await page.getByText('你是谁？').waitFor();
  const refused = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      () => 'granted',
      (error: DOMException) => error.name,
    ),
  );
  expect(refused).toBe('NotAllowedError');
  await equipped.close();
});

test('[HT1] inside WeChat, which opens the QR in a browser of its own, a tablet joins and raises a hand', async () => {
  const context = await tablet.context().browser()?.newContext({ userAgent: WECHAT, viewport: PHONE, hasTouch: true });
  const page = await context?.newPage();
  if (!page) throw new Error('There is no browser.');
  await page.goto(cast.link('/s/'));
  expect(new URL(page.url()).protocol).toBe('http:');
  await page.getByRole('button', { name: '李思雨' }).tap();
  await seated(page);
  await page.getByRole('button', { name: '举手' }).tap();
  await button(teacher, /李思雨/).waitFor();
  await page.getByRole('button', { name: '手已举起' }).tap();
  await button(page, '换人').tap();
  await button(page, '换人').tap();
  await page.getByText('你是谁？').waitFor();
  await context?.close();
});

test('[RO2] the same device takes over its old tab', async () => {
  const again = await device.newPage();
  await again.goto(cast.link('/s/'));
  await seated(again);
  await tablet.getByText('已经在另一个窗口打开了').waitFor();
  await tablet.close();
  tablet = again;
});

test('[RO3] [RO4] another device waits for the assistant’s one tap, and the score comes along', async () => {
  const other = await cast.guest(0);
  await button(other, '王小明').click();
  await other.getByText('“王小明”已经在另一台平板上').waitFor();
  await button(other, '我要换到这台平板').click();
  await board.getByText('王小明 想换到另一台平板').waitFor();
  await button(board, '同意换设备').click();
  await seated(other);
  await other.getByText('今天得了 2 分').waitFor();
  await tablet.getByText('你的座位换到别的设备上了').waitFor();
  await other.close();
});

test('[RO9] a child who is not on the list is added on the spot', async () => {
  const guest = await cast.guest(0);
  await button(guest, '名单里没有我').click();
  await guest.getByText('请告诉教室里的老师').waitFor();
  await openDrawer(board);
  await button(board, '看名单').click();
  await board.getByLabel('名单里没有我').fill('新来的小朋友');
  await button(board, '加一名学生').click();
  await board.getByText('已加进名单').waitFor();
  await button(guest, '返回').click();
  await button(guest, '新来的小朋友').click();
  await seated(guest);
  await guest.close();
});

test('[RO7] the six digits work only while the assistant holds the door open', async () => {
  const code = await (await cast.device()).newPage();
  await code.goto(new URL('/s', cast.link('/s/')).href);
  await code.getByLabel('课堂码').fill('123456');
  await button(code, '加入').click();
  await code.getByText('课堂码不对').waitFor();
  expect(await code.getByText('李思雨').count()).toBe(0);
  await board.getByRole('button', { name: '让学生加入' }).first().click();
  const shown = await board
    .getByText(/^\d{3} \d{3}$/)
    .first()
    .innerText();
  await code.getByLabel('课堂码').fill(shown.replace(' ', ''));
  await button(code, '加入').click();
  await button(code, '李思雨').click();
  await seated(code);
  await code.close();
});

test('[RO6] 全部重来 frees the whole room, and the old QR is worthless', async () => {
  const child = await cast.tablet(0, '张子涵');
  await button(board, '全部重来').click();
  await button(board, '全部重来').last().click();
  await child.getByText('这个码已经换了').waitFor();
  await child.goto(cast.link('/s/'));
  await child.getByText('这个码已经换了').waitFor();
  await child.close();
});

test('[RO1] in the next lesson a tablet asks 你是小明吗？ and forgets on “no”', async () => {
  await board.getByRole('button', { name: '关闭' }).last().click();
  await button(board, '学生加入').click();
  await button(teacher, '结束课堂').click();
  await button(teacher, '结束课堂').last().click();
  await button(teacher, '回到课表').click();
  await button(teacher, '现在建一堂课').click();
  await teacher.getByLabel('课题').fill('下一堂课');
  await button(teacher, '三年级一班').first().click();
  await button(teacher, '建好并进入').click();
  await button(teacher, '开始上课').waitFor();
  await board.getByText('下一堂课').waitFor({ timeout: 60_000 });
  const ticket = await ticketOf(board);
  const page = await device.newPage();
  await page.goto(new URL(`/s/${ticket}`, cast.link('/s/')).href);
  await page.getByText('你是王小明吗？').waitFor();
  await button(page, '不是').click();
  await page.getByText('你是谁？').waitFor();
  await page.reload();
  await page.getByText('你是谁？').waitFor();
});

/** The size of a reply's body on the wire. */
async function bytesOf(response: Response): Promise<number> {
  await response.finished();
  return (await response.request().sizes()).responseBodySize;
}

/** The secret that the board's QR code carries, heard as a scanner would from the board's own line. */
async function ticketOf(page: Page): Promise<string> {
  const heard = new Promise<string>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const ticket = /"ticket":"([A-Za-z0-9_-]{22,})"/.exec(String(payload))?.[1];
        if (ticket) resolve(ticket);
      }),
    );
  });
  await page.reload();
  return heard;
}
