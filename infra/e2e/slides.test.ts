import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENCRYPTED, makePdf, makePptx, officeSlides, SCRIPT } from '@tongke/signaling/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, prepare } from './support/ask.ts';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { openDrawer } from './support/hold.ts';
import { startLesson } from './support/start-lesson.ts';

const NOTES = '先让每个班折一张纸';
const TAKES_INPUT = 'button, a, input, select, textarea, [role=switch], [tabindex], [data-ink]';

let cast: Cast;
let teacher: Page;
let shelf: Page;
let boards: readonly [Page, Page];
/** Where the server looks for LibreOffice, which is not there at first. */
let soffice: string;
let programs: string;

beforeAll(async () => {
  programs = mkdtempSync(join(tmpdir(), 'tongke-programs-'));
  soffice = join(programs, 'soffice');
  cast = await Cast.open({ TONGKE_SOFFICE: soffice });
  teacher = await cast.teacher();
  boards = [await cast.board(0), await cast.board(1)];
  shelf = await teacher.context().newPage();
  await shelf.goto(new URL('/admin#slides', teacher.url()).href);
  await button(shelf, '上传课件').last().waitFor();
});
afterAll(async () => {
  await cast?.close();
  rmSync(programs, { recursive: true, force: true });
});

/** Chooses a file under 我的课件; its title is its name. */
async function upload(name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await shelf.getByLabel('上传课件').first().setInputFiles(file);
}

/** In the lobby or in the lesson: the boards get the deck of this title. */
async function choose(words: string, title: string): Promise<void> {
  await button(teacher, words).click();
  await teacher.getByRole('dialog').getByRole('button', { name: title }).click();
}

/** The page's picture, whole, as a board shows it: how wide it is, once it is here. */
const shows = async (board: Page, page: number) => {
  const picture = board.getByRole('img', { name: `第 ${page} 页`, exact: true });
  await picture.waitFor();
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
};

/** The same picture point by point. */
const pixels = (board: Page, page: number) =>
  board.getByRole('img', { name: `第 ${page} 页`, exact: true }).evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL();
  });

test('[DK1] [DK4] a PDF of Chinese text is uploaded with its progress in words, and becomes pages', async () => {
  const pages = ['认识分数', '二分之一', '四分之三', '再见'].map((text) => ({ text }));
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let pieces = 0;
  await shelf.route('**/api/decks/*/file', async (route) => {
    pieces += 1;
    if (pieces === 2) await held;
    await route.continue();
  });
  await upload('分数.pdf', makePdf(pages, { weight: 2_500_000 }));
  await shelf.getByText(/正在上传 39%/).waitFor();
  go();
  await shelf.getByText('4 页', { exact: true }).waitFor();
  expect(pieces).toBe(3);
  await shelf.getByLabel('找课件').fill('四分之三');
  await shelf.getByText('在第 3 页').waitFor();
  await shelf.getByLabel('找课件').fill('');
});

test.each([
  ['脚本.pdf', makePdf([{ text: '一' }], { catalog: SCRIPT }), '这个文件里有脚本或宏'],
  ['密码.pdf', makePdf([{ text: '一' }], { trailer: ENCRYPTED }), '这个文件有密码'],
  ['坏的.pdf', makePdf([{ text: '一' }]).subarray(0, 300), '这个文件打不开'],
  ['改名.pdf', Buffer.from('MZ no slides'), '这个文件不能做课件'],
  ['演示.pptx', makePptx([{ notes: '一' }]), '没有装 LibreOffice，读不了 PPT。请在电脑上另存为 PDF 再上传'],
])('[DK2] %s is refused with a sentence', async (name, file, sentence) => {
  await upload(name, file);
  await shelf.getByText(sentence).waitFor();
});

test('[PG6] a question is pinned to a page', async () => {
  await prepare(teacher, [asked('一半是几分之几？', { kind: 'true-false', correct: true })]);
  await button(shelf, '看看').click();
  const near = shelf.getByRole('dialog');
  await near.getByRole('button', { name: '第 3 页' }).click();
  await near.getByRole('button', { name: '钉到这一页' }).first().click();
  await near.getByRole('button', { name: '第 3 页，钉着题目' }).waitFor();
  await near.getByRole('button', { name: '关闭' }).click();
});

test('[DK1] [DK4] [DK5] LibreOffice is installed, and its PPTX and its PDF become pages at once; the PPTX says which animations are lost', async () => {
  const { office, pptx, pdf } = await officeSlides([
    { text: '二分之一', notes: NOTES },
    { text: '四分之三', animated: true },
  ]);
  symlinkSync(office, soffice);
  for (const [index, file] of [pptx, pdf].entries()) {
    await upload(['折纸.pptx', '打印.pdf'][index] ?? '', file);
    await shelf.getByText('2 页', { exact: true }).nth(index).waitFor();
  }
  expect(await shelf.getByText(/的动画没有保留/).allTextContents()).toEqual([
    '第 2 页的动画没有保留。上课放到那里时，可以改用共享屏幕。',
  ]);
  await shelf.getByLabel('找课件').fill(NOTES);
  await shelf.getByText('在第 1 页').waitFor();
  await shelf.getByLabel('找课件').fill('');
});

test('[PG1] [PG2] the deck that was chosen in the lobby is on both boards, and presenter keys turn it', async () => {
  await choose('选课件', '分数');
  await teacher.getByText('已选：分数').waitFor();
  await startLesson(teacher);
  for (const board of boards) expect(await shows(board, 1)).toBe(1600);
  await teacher.getByRole('status').filter({ hasText: '第 1 / 4 页' }).waitFor();
  await teacher.keyboard.press('PageDown');
  for (const board of boards) expect(await shows(board, 2)).toBe(1600);
});

test('[PG2] [PG3] [PK4] a board that reloads shows the same page; the next turn is less than 100 bytes for it', async () => {
  const [board] = boards;
  const frames: number[] = [];
  board.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).startsWith('42["page",')) frames.push(Buffer.byteLength(payload));
    }),
  );
  await expect.poll(() => board.evaluate(async () => (await (await caches.open('tongke-pack')).keys()).length)).toBe(9);
  await board.reload();
  await shows(board, 2);
  // It holds the pack: after a reload nothing is fetched at all.
  const fetched = () =>
    board.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/blobs/')).length,
    );
  expect(await fetched()).toBe(0);
  await button(teacher, '下一页').click();
  await shows(board, 3);
  expect(frames).toHaveLength(1);
  expect(frames[0]).toBeLessThan(100);
});

test('[PG6] [PG4] the page offers its question, which takes the board only when it is opened', async () => {
  await teacher.getByText('一半是几分之几？').waitFor();
  expect(await boards[0].getByText('一半是几分之几？').count()).toBe(0);
  await button(teacher, '打开这道题').click();
  await button(teacher, '开始作答').click();
  for (const board of boards) await board.getByText('一半是几分之几？').waitFor();
  await button(teacher, '结束作答').click();
  await button(teacher, '公布答案').click();
  await teacher.getByRole('group', { name: '现在' }).getByRole('button', { name: '收起' }).click();
  for (const board of boards) await shows(board, 3);
  await button(teacher, '收起').click();
  for (const board of boards)
    await board.getByRole('img', { name: '第 3 页', exact: true }).waitFor({ state: 'detached' });
});

test.each([
  { title: '折纸', notes: NOTES },
  { title: '打印', notes: null },
])(
  '[DK5] [PG1] [PG5] $title, which LibreOffice wrote, is on both boards with its Chinese words, its notes with the teacher alone',
  async ({ title, notes }) => {
    await choose('课件', title);
    for (const board of boards) expect(await shows(board, 1)).toBe(1600);
    if (notes !== null) await teacher.getByText(notes).waitFor();
    for (const board of boards) expect(await board.getByText(NOTES).count()).toBe(0);
    const half = await pixels(boards[0], 1);
    await button(teacher, '下一页').click();
    for (const board of boards) expect(await shows(board, 2)).toBe(1600);
    // Words that no font has are so many equal boxes.
    expect(await pixels(boards[0], 2)).not.toBe(half);
    expect(await teacher.getByText(NOTES).count()).toBe(0);
  },
);

test('[SS3] [PG2] a board without touch follows the pages, and nothing on it takes a tap or a key, even with the pen', async () => {
  const [projector] = boards;
  await openDrawer(projector);
  await projector.getByRole('switch', { name: '投影仪或没有触摸的屏幕' }).click();
  await button(projector, '关闭').last().click();
  await button(teacher, '给笔').click();
  await teacher.getByRole('dialog').getByRole('switch', { name: '三年级一班' }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await projector.getByText('笔在我们班').waitFor();
  await expect.poll(() => projector.locator(TAKES_INPUT).count()).toBe(0);
  await button(teacher, '上一页').click();
  for (const board of boards) await shows(board, 1);
  expect(await projector.locator(TAKES_INPUT).count()).toBe(0);
  await projector.keyboard.press('PageDown');
  await button(projector, '撤销').waitFor();
  for (const page of [...boards, teacher]) await shows(page, 1);
});
