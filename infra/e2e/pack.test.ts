import { makePdf } from '@tongke/signaling/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link, Relay } from '../netlab/link.ts';
import { startTcpRelay } from '../netlab/tcp-relay.ts';
import { PLAIN_HOST } from './support/browser.ts';
import { button } from './support/button.ts';
import { buzz } from './support/buzz.ts';
import { Cast } from './support/cast.ts';
import { drawOver } from './support/draw-over.ts';
import { startLesson } from './support/start-lesson.ts';

const NAMES = ['马小龙', '朱梦琪'] as const;
const village: Link = { delayMs: 20, up: true };
let relay: Relay;
let cast: Cast;
let teacher: Page;
let board: Page;
/** Plain HTTP, as in a school: one tablet that the board reaches, and one without WebRTC. */
let tablet: Page;
let old: Page;

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_SOFFICE: '/nowhere/soffice' });
  const host = 'localhost';
  relay = await startTcpRelay(village, { host, port: 0 }, { host, port: cast.school.httpPort });
  teacher = await cast.teacher();
  board = await cast.board(1, `http://localhost:${relay.port}`);
  const plain = `http://${PLAIN_HOST}:${relay.port}`;
  tablet = await cast.tablet(1, NAMES[0], plain);
  old = await oldTablet(plain);
  const shelf = await teacher.context().newPage();
  await shelf.goto(new URL('/admin#slides', teacher.url()).href);
  await button(shelf, '上传课件').last().waitFor();
  const pages = ['一', '二', '三', '四'].map((text) => ({ text }));
  const file = { name: '分数.pdf', mimeType: 'application/octet-stream', buffer: makePdf(pages) };
  await shelf.getByLabel('上传课件').first().setInputFiles(file);
  await shelf.getByText('4 页', { exact: true }).waitFor();
  await pinQuestion(shelf);
  await shelf.close();
});
/** Pins a question with a picture, 640 px wide, to the second page of the deck. */
function pinQuestion(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const send = async (method: string, path: string, body?: Blob | object) => {
      const isFile = body instanceof Blob;
      const headers = { 'content-type': isFile ? 'application/octet-stream' : 'application/json' };
      const reply = await fetch(path, { method, headers, ...(body && { body: isFile ? body : JSON.stringify(body) }) });
      const answer = await reply.json();
      if (!answer.ok) throw new Error(`${path}: ${answer.reason}`);
      return answer;
    };
    // Noise: a picture of several pieces.
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 480 });
    const pen = canvas.getContext('2d');
    const noise = new ImageData(
      Uint8ClampedArray.from({ length: 640 * 480 * 4 }, (_, at) => (at * at) % 251),
      640,
      480,
    );
    for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
    pen?.putImageData(noise, 0, 0);
    const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    const { hash } = await send('POST', '/api/blobs', file ?? {});
    const { question } = await send('POST', '/api/questions', {
      ...{ subject: '数学', grade: 3, points: [], picture: hash, readSeconds: 0, seconds: 300 },
      ...{ prompt: '图上有几个', explanation: '', task: { kind: 'true-false', correct: true } },
    });
    const { decks } = await send('GET', '/api/decks');
    const body = { page: 2, questionIds: [question.questionId] };
    await send('PUT', `/api/decks/${decks[0].deckId}/pins`, body);
  });
}
/** A tablet without WebRTC, as inside some apps. */
async function oldTablet(origin: string): Promise<Page> {
  const page = await (await cast.device()).newPage();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
  await page.goto(`${origin}${new URL(cast.link('/s/', 1)).pathname}`);
  await button(page, NAMES[1]).click();
  await button(page, '换人').waitFor();
  return page;
}
afterAll(async () => {
  await cast?.close();
  await relay?.close();
});

/** A tap counts once what stood there before is not meant any longer. */
const tap = async (name: string | RegExp) => {
  await board.locator('[aria-label="现在"][aria-disabled="false"]').waitFor();
  await button(board, name).click();
};
/** The page itself, and no thumbnail of it. */
const shows = (page: number) =>
  board
    .getByRole('main')
    .getByRole('img', { name: `第 ${page} 页`, exact: true })
    .waitFor();

test('[PK4] [PK5] before the lesson the board fetches the pack, and both teachers read that it is there', async () => {
  await button(teacher, '选课件').click();
  await teacher.getByRole('dialog').getByRole('button', { name: '分数' }).click();
  await teacher.getByText('已选：分数').waitFor();
  await board.getByText(/课件已备好 4\/4 页/).waitFor();
  await teacher
    .getByText(/课件已备好 4\/4 页/)
    .first()
    .waitFor();
});

test('[BR8] in the lobby the tablets find the board by themselves, over plain HTTP and after a reload too; one without WebRTC works as ever', async () => {
  const connected = board.getByText('1 台平板直连大屏');
  await connected.waitFor();
  await tablet.reload();
  await connected.waitFor({ state: 'hidden' });
  await connected.waitFor();
  await old.getByText('还没上课，马上就好。').waitFor();
});

test('[BR1] [BR2] [BR8] [BR12] a board whose link is cut goes on by itself: a page with ink, its tablets, hands', async () => {
  await startLesson(teacher);
  await shows(1);
  village.up = false;
  const hold = board.getByRole('button', { name: '本班继续' });
  await hold.waitFor();
  await hold.dispatchEvent('pointerdown');
  await board.getByText('1 台平板直连大屏').waitFor();
  await tablet.getByText('本班跟着大屏接着上').waitFor();
  await old.getByText('跟着大屏幕做').waitFor();
  await tap(/下一页/);
  await shows(2);
  await tap('在上面写');
  await draw(board);
  await button(teacher, '下一页').click();
  await teacher.getByRole('status').filter({ hasText: '第 2 / 4 页' }).waitFor();
  await button(teacher, '下一页').click();
  await teacher.getByRole('status').filter({ hasText: '第 3 / 4 页' }).waitFor();
});

test('[BR9] a tablet that the board reaches answers and presses; the board counts it with the hands', async () => {
  await tap('抢答');
  await buzz([tablet]);
  await tablet.getByText('你抢到了！').waitFor();
  await tap('收起');
  await tap('判断马上答');
  await button(tablet, '对').click();
  await tablet.getByText(/收到/).waitFor();
  await board.getByText('1 / 1 已作答').waitFor();
  await button(board, '对 加一').click();
  await button(board, '错 加一').click();
  await tap('结束作答');
});

test('[BR14] a hand that goes up on a tablet stands on the board, and goes down by a tap there', async () => {
  await tap(/公布答案/);
  await tap('收起');
  await button(tablet, '举手').click();
  await button(tablet, '提问').click();
  await button(board, /^1号，点一下放下手/).click();
  await button(tablet, '举手').waitFor();
});

test('[BR13] a tablet over plain HTTP shows the picture of a question out of the board’s pack, and answers it', async () => {
  await tap(/出这道题/);
  const picture = tablet.getByRole('img', { name: '题目的图片' });
  await picture.waitFor();
  await tablet.waitForFunction(() => [...document.images].some(({ naturalWidth }) => naturalWidth === 640));
  await button(tablet, '对').click();
  await tablet.getByText(/收到/).waitFor();
  await tap('结束作答');
});

test('[BR3] [BR8] the board that is loaded again has all of it but its tablets, which follow it', async () => {
  await board.reload();
  await tap('公布答案');
  await tablet.getByText('跟着大屏幕做').waitFor();
  await teacher.getByText(/大屏没连上 \d:\d\d/).waitFor();
});

test('[BR4] [BR6] [BR7] with the link it is handed in: both sides say so, the main line is as it was, the class sees what it missed', async () => {
  village.up = true;
  await board.getByText('网络恢复了。做完这一题，就回到主课堂。').waitFor();
  await tap('收起');
  await board.getByText(/本班自己翻了 1 次页、答了 2 道题，已交给主讲老师/).waitFor();
  await board.getByText('断网时错过的').waitFor();
  await shows(3);
  expect(await board.locator('[data-page] path').count()).toBe(0);
  await teacher.getByText(/断网 \d:\d\d，自己翻了 1 次页、答了 2 道题，已收到/).waitFor();
  await teacher.getByRole('status').filter({ hasText: '第 3 / 4 页' }).waitFor();
  expect(await teacher.getByText(/已作答/).count()).toBe(0);
  for (const page of [tablet, old]) await page.getByText('请看大屏，听老师讲').waitFor();
});

/** One stroke across the page, which stays on it. */
async function draw(on: Page): Promise<void> {
  const sheet = on.getByRole('main').locator('[data-page]');
  await drawOver(sheet, [
    [1 / 4, 1 / 2],
    [1 / 2, 1 / 3],
  ]);
  await sheet.locator('path').first().waitFor();
}
