import { makePdf } from '@tongke/signaling/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link, Relay } from '../netlab/link.ts';
import { startTcpRelay } from '../netlab/tcp-relay.ts';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';

const village: Link = { delayMs: 20, up: true };
let relay: Relay;
let cast: Cast;
let teacher: Page;
let board: Page;

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_SOFFICE: '/nowhere/soffice' });
  const host = 'localhost';
  relay = await startTcpRelay(village, { host, port: 0 }, { host, port: cast.school.httpPort });
  teacher = await cast.teacher();
  board = await cast.board(1, `http://localhost:${relay.port}`);
  const shelf = await teacher.context().newPage();
  await shelf.goto(new URL('/admin#slides', teacher.url()).href);
  await button(shelf, '上传课件').last().waitFor();
  const pages = ['一', '二', '三', '四'].map((text) => ({ text }));
  const file = { name: '分数.pdf', mimeType: 'application/octet-stream', buffer: makePdf(pages) };
  await shelf.getByLabel('上传课件').first().setInputFiles(file);
  await shelf.getByText('4 页', { exact: true }).waitFor();
  await shelf.close();
});
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

test('[BR1] [BR2] a board whose link is cut goes on by itself: a page, a question, hands; also after a reload', async () => {
  await button(teacher, '开始上课').click();
  await shows(1);
  village.up = false;
  const hold = board.getByRole('button', { name: '本班继续' });
  await hold.waitFor();
  await hold.dispatchEvent('pointerdown');
  await tap(/下一页/);
  await shows(2);
  await button(teacher, '下一页').click();
  await teacher.getByRole('status').filter({ hasText: '第 2 / 4 页' }).waitFor();
  await button(teacher, '下一页').click();
  await teacher.getByRole('status').filter({ hasText: '第 3 / 4 页' }).waitFor();
  await tap('判断马上答');
  await button(board, '对 加一').click();
  await button(board, '对 加一').click();
  await tap('结束作答');
  await board.reload();
  await tap('公布答案');
  await teacher.getByText(/大屏没连上 \d:\d\d/).waitFor();
});

test('[BR4] [BR6] [BR7] with the link it is handed in: both sides say so, the main line is as it was, the class sees what it missed', async () => {
  village.up = true;
  await board.getByText('网络恢复了。做完这一题，就回到主课堂。').waitFor();
  await tap('收起');
  await board.getByText(/本班自己翻了 1 次页、答了 1 道题，已交给主讲老师/).waitFor();
  await board.getByText('断网时错过的').waitFor();
  await shows(3);
  await teacher.getByText(/断网 \d:\d\d，自己翻了 1 次页、答了 1 道题，已收到/).waitFor();
  await teacher.getByRole('status').filter({ hasText: '第 3 / 4 页' }).waitFor();
  expect(await teacher.getByText(/已作答/).count()).toBe(0);
});
