import type { NewQuestionBody } from '@tongke/shared-types';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link, Relay } from '../netlab/link.ts';
import { startTcpRelay } from '../netlab/tcp-relay.ts';
import { asked, open, prepare, reveal } from './support/ask.ts';
import { PLAIN_HOST } from './support/browser.ts';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { openDrawer } from './support/hold.ts';
import { startLesson } from './support/start-lesson.ts';

/** A photo of a paper, as a camera would give it: 2 × 2 px are enough. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==',
  'base64',
);

const two = [
  { key: 'A', text: '甲' },
  { key: 'B', text: '乙' },
] as const;
const three = [...two, { key: 'C', text: '丙' }] as const;
const QUESTIONS = {
  single: asked('单选：哪个是甲？', { kind: 'single', choices: [...two], correct: 'A' }),
  multiple: asked('多选：哪些不是乙？', { kind: 'multiple', choices: [...three], correct: ['A', 'C'] }),
  truth: asked('判断：一加一等于二。', { kind: 'true-false', correct: true }),
  number: asked('数字：零减一点五是多少？', { kind: 'number', unit: '米', correct: { value: -1.5, tolerance: 0 } }),
  text: asked('文字：省会是哪里？', { kind: 'text', correct: ['兰州'] }),
  order: asked('排序：甲乙丙。', { kind: 'order', items: [...three], correct: ['A', 'B', 'C'] }),
  photo: asked('拍照：交作业。', { kind: 'photo', correct: null }),
  shared: asked('轮流：选甲。', { kind: 'single', choices: [...two], correct: 'A' }),
  reload: asked('断网：选乙。', { kind: 'single', choices: [...two], correct: 'B' }),
};

const link: Link = { delayMs: 0, up: true };
let relay: Relay;
let cast: Cast;
let teacher: Page;
let board: Page;
let tablet: Page;

const answered = (count: string) => teacher.getByText(`${count} 已作答`).first().waitFor();
const received = () => tablet.getByText('已收到 ✓').first().waitFor();

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_HOST: PLAIN_HOST });
  relay = await startTcpRelay(link, { host: '127.0.0.1', port: 0 }, { host: '127.0.0.1', port: cast.school.httpPort });
  teacher = await cast.teacher();
  board = await cast.board(0);
  tablet = await (await cast.device()).newPage();
  const address = new URL(cast.link('/s/'));
  address.port = String(relay.port);
  await tablet.goto(address.href);
  await button(tablet, '王小明').click();
  await button(tablet, '换人').waitFor();
  await prepare(teacher, Object.values(QUESTIONS));
  await startLesson(teacher);
});
afterAll(async () => {
  await cast?.close();
  await relay?.close();
});

/** Opens a question, waits until the tablet and the board have it, lets the pupil answer, and sees it counted. */
async function ask(question: NewQuestionBody, give: () => Promise<void>): Promise<void> {
  await open(teacher, question.prompt);
  await tablet.getByText(question.prompt).waitFor();
  await board.getByText(question.prompt).first().waitFor();
  await give();
  await received();
  await answered('1 / 1');
  await board.getByText('本班 1 / 1 已作答').waitFor();
}

/** Closes and reveals it, sees the result on tablet and board, and clears the screens. */
async function result(words = '答对了！'): Promise<void> {
  await reveal(teacher);
  await tablet.getByText(words).waitFor();
  await button(teacher, '收起').click();
}

test('[HT1] [QZ1] on plain HTTP each kind is answered by touch, seen on the board and counted', async () => {
  expect(await tablet.evaluate(() => isSecureContext)).toBe(false);
  await ask(QUESTIONS.single, () => button(tablet, '甲').click());
  await result();
  await ask(QUESTIONS.multiple, async () => {
    await button(tablet, '甲').click();
    await button(tablet, '丙').click();
    await button(tablet, '提交').click();
  });
  await result();
  await ask(QUESTIONS.truth, () => button(tablet, '对').click());
  await result();
  await ask(QUESTIONS.number, async () => {
    for (const key of ['负号', '1', '小数点', '5', '提交']) await button(tablet, key).click();
  });
  await result();
  await ask(QUESTIONS.text, async () => {
    await tablet.getByLabel('你的回答').fill('兰州');
    await button(tablet, '提交').click();
  });
  await result();
  await ask(QUESTIONS.order, async () => {
    for (const item of ['甲', '乙', '丙']) await button(tablet, item).click();
    await button(tablet, '提交').click();
  });
  await result();
});

test('[BL4] a photo of the paper goes through the file chooser, and the own one comes back as it is kept', async () => {
  await ask(QUESTIONS.photo, async () => {
    const chooser = tablet.waitForEvent('filechooser');
    await tablet.getByText('拍我的作业纸').click();
    await (await chooser).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: PNG });
    await button(tablet, '就交这张').click();
    await received();
    await tablet.locator('main img').first().waitFor();
  });
  await result('谢谢你的回答');
});

test('[RS13] [BL4] a photo that is still on its way goes out by itself after a reload', async () => {
  await ask(QUESTIONS.photo, async () => {
    await tablet.route('**/api/photos/**', (route) => route.abort());
    const chooser = tablet.waitForEvent('filechooser');
    await tablet.getByText('拍我的作业纸').click();
    await (await chooser).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: PNG });
    const tried = tablet.waitForEvent('requestfailed', (request) => request.url().includes('/api/photos/'));
    await button(tablet, '就交这张').click();
    await tried;
    await tablet.unroute('**/api/photos/**');
    await tablet.reload();
    await received();
  });
  await result('谢谢你的回答');
});

test('[RO10] [QZ11] a tablet is handed round: two children answer on it, one after the other', async () => {
  const shared = await cast.guest(0);
  await button(shared, '大家轮流用这台').click();
  await openDrawer(board);
  await button(board, '同意共用').first().click();
  await shared.getByText('1号平板 · 轮流用').waitFor();
  await board.getByRole('button', { name: '关闭' }).last().click();
  await open(teacher, QUESTIONS.shared.prompt);
  await button(shared, '李思雨').click();
  await button(shared, '甲').click();
  await button(shared, '下一位').click();
  await button(shared, /李思雨.*已答/).waitFor();
  await button(shared, '张子涵').click();
  await button(shared, '乙').click();
  await button(shared, '下一位').click();
  await teacher
    .getByText(/^2 \/ \d+ 已作答/)
    .first()
    .waitFor();
  expect(await button(shared, '王小明').count()).toBe(0);
  await reveal(teacher);
  await shared.getByText('答案公布了').waitFor();
  await button(teacher, '收起').click();
  await button(shared, '不再轮流用').click();
  await button(shared, '不再轮流用').click();
  await shared.getByText('你是谁？').waitFor();
  await shared.close();
});

test('[RS13] an answer that is given without a link outlives a reload and arrives once', async () => {
  await open(teacher, QUESTIONS.reload.prompt);
  await tablet.getByText(QUESTIONS.reload.prompt).waitFor();
  link.up = false;
  await button(tablet, '乙').click();
  await tablet.getByText('正在发送…').first().waitFor();
  const reloading = tablet.reload();
  link.up = true;
  await reloading;
  await received();
  await answered('1 / 1');
  await result();
});
