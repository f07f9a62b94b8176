import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { drawOver } from './support/draw-over.ts';
import { openDrawer } from './support/hold.ts';
import { mediaFiles } from './support/media-files.ts';
import { hears, remoteVoices, seesTimecode } from './support/senses.ts';
import { startLesson } from './support/start-lesson.ts';

const AWAY = '老师暂时不在，马上回来';
const LEADS = '现在由三年级一班的老师带';

let cast: Cast;
let teacher: Page;
let boards: readonly [Page, Page];
let tablet: Page;
let colleague: Page;
/** Where the lead teacher's lesson is, and the laptop that may open it. */
let lesson: string;
let laptop: BrowserContext;

beforeAll(async () => {
  cast = await Cast.open({}, mediaFiles().slowVideo);
  teacher = await cast.teacher();
  lesson = teacher.url();
  laptop = teacher.context();
  boards = [await cast.board(0), await cast.board(1)];
  tablet = await cast.tablet(1, '马小龙');
  await startLesson(teacher);
  for (const board of boards) await seesTimecode(board);
});
afterAll(() => cast?.close());

test('[LD1] [LD2] the lead teacher’s page is closed in a turn: after 10 s the turn ends, its microphone closes, and every screen says so', async () => {
  await button(tablet, '举手').click();
  await button(teacher, /马小龙（/).click();
  await boards[1].getByText(/你们?在讲话/).waitFor();
  expect(await hears(boards[0], 'child')).toBe(true);

  await teacher.close();
  for (const board of boards) await board.getByText(AWAY).waitFor();
  await tablet.getByText(AWAY).waitFor();
  await boards[1].getByText(/你们?在讲话/).waitFor({ state: 'detached' });
  await boards[1].waitForFunction(() =>
    window.tongkeProbe.captured.every(({ kind, readyState }) => kind !== 'audio' || readyState === 'ended'),
  );
  await expect.poll(() => remoteVoices(boards[0])).toBe(0);
});

test('[LD3] [LD4] an assistant takes the lead at the board and asks a question, and signaling killed meanwhile changes nothing', async () => {
  await openDrawer(boards[0]);
  await button(boards[0], '由我先带一会儿').click();
  await boards[0].getByRole('alertdialog').getByRole('button', { name: '由我先带一会儿' }).click();
  for (const board of boards) await board.getByText(LEADS).waitFor();

  await cast.school.signaling.kill('SIGKILL');
  await boards[0].getByText('网断了，正在重连').waitFor();
  await cast.school.startSignaling();
  for (const board of boards) {
    await board.getByText('网断了，正在重连').waitFor({ state: 'detached' });
    await board.getByText(LEADS).waitFor();
  }
  await button(boards[0], 'A–D 马上答').click();
  await button(tablet, /^C\b/).click();
  await button(boards[0], '结束作答').click();
  await button(boards[0], '收起').click();
  await button(boards[0], '三年级二班').click();
  await boards[1].getByText(/你们?在讲话/).waitFor();
  expect(await hears(boards[0], 'child')).toBe(true);
});

test('[LD5] the lead teacher comes back, hears the turn that runs, and takes the lead back with one tap', async () => {
  teacher = await laptop.newPage();
  await teacher.goto(lesson);
  await teacher.getByText(LEADS).waitFor();
  await boards[1].getByText(/你们?在讲话/).waitFor();
  await button(teacher, '拿回主持').click();
  for (const board of boards) await board.getByText(LEADS).waitFor({ state: 'detached' });
  await button(boards[0], '三年级二班').waitFor({ state: 'detached' });
  await button(teacher, '结束发言').click();
  await boards[1].getByText(/你们?在讲话/).waitFor({ state: 'detached' });
});

test('[SS1] [SS2] the teacher’s second window shows what the console holds, and goes on when that is loaded again', async () => {
  await button(teacher, '投屏').click();
  const opened = teacher.waitForEvent('popup');
  await button(teacher, '打开第二块屏幕').click();
  const wall = await opened;
  await wall.getByText('请看老师').waitFor();
  await teacher.reload();
  await wall.getByText('请看老师').waitFor();
  await wall.close();
});

test('[LD6] a second teacher who is named finds the lesson, and leads by the lead teacher’s hand', async () => {
  colleague = await cast.colleague();
  await button(teacher, '第二位老师').click();
  await teacher.getByRole('switch', { name: '周主任' }).click();
  await teacher.getByRole('switch', { name: '周主任 · 不在课里' }).waitFor();
  await colleague.reload();
  await colleague.getByText('第二位老师').waitFor();
  await button(colleague, '继续上课').click();
  await seesTimecode(colleague);
  await button(teacher, '请周主任带一会儿').click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: '请周主任带一会儿' }).click();
  for (const board of boards) await board.getByText('现在由第二位老师带').waitFor();
  await button(colleague, '三年级二班').click();
  await boards[1].getByText(/你们?在讲话/).waitFor();
});

test('[IK14] [IK3] who leads draws on the page; both boards see the stroke while it is drawn, and it stays when the lead has ended', async () => {
  // The open drawer of the first board has the page once more, small.
  const marks = (page: Page) => page.locator('[data-page]').first().locator('path').count();
  await button(teacher, '课件').click();
  await button(teacher, '加白纸').click();
  await colleague.getByRole('button', { name: '笔', exact: true }).click();
  const line = [
    [0.2, 0.3],
    [0.7, 0.6],
  ] as const;
  await drawOver(colleague.locator('[data-ink]'), line, async () => {
    for (const board of boards) await expect.poll(() => marks(board)).toBe(1);
  });
  await expect.poll(() => marks(teacher)).toBe(1);
  await button(teacher, '拿回主持').click();
  await colleague.getByText('主讲老师在带').waitFor();
  for (const page of [teacher, colleague, ...boards]) await expect.poll(() => marks(page)).toBe(1);
  expect(await colleague.locator('[data-ink]').count()).toBe(0);
});

test('[LD7] the second teacher leads before the assistants when the lead teacher’s page is closed, and gives back', async () => {
  await teacher.close();
  await button(colleague, '由我先带一会儿').click();
  await colleague.getByRole('alertdialog').getByRole('button', { name: '由我先带一会儿' }).click();
  await colleague.getByText('现在由您带').waitFor();
  await button(colleague, '判断马上答').click();
  await tablet.getByText('对').first().waitFor();
  await button(colleague, '结束作答').click();
  await button(colleague, '收起').click();
  await button(colleague, '我不带了').click();
  await colleague.getByRole('alertdialog').getByRole('button', { name: '我不带了' }).click();
  for (const board of boards) await board.getByText(AWAY).waitFor();
});

test('[IK14] [LD3] then the assistant takes the lead and draws, at the board and on the phone as one hand; it is there when the teacher is back', async () => {
  const [board, other] = boards;
  const marks = (page: Page) => page.locator('[data-page]').first().locator('path').count();
  const made = board.waitForResponse(/\/api\/phones\/link/);
  await button(board, '显示二维码').click();
  const { url } = (await (await made).json()) as { readonly url: string };
  const phone = await (await cast.device()).newPage();
  await phone.goto(url);
  await button(board, '由我先带一会儿').click();
  await board.getByRole('alertdialog').getByRole('button', { name: '由我先带一会儿' }).click();
  await other.getByText(LEADS).waitFor();
  await board.getByRole('complementary', { name: '助教' }).getByRole('button', { name: '关闭' }).click();

  const tool = (page: Page, name: string) =>
    page.getByRole('group', { name: '书写工具' }).getByRole('button', { name, exact: true }).click();
  await tool(board, '笔');
  const line = [
    [0.2, 0.7],
    [0.6, 0.8],
  ] as const;
  await drawOver(board.locator('[data-ink]'), line, async () => {
    await expect.poll(() => marks(other)).toBe(2);
  });
  await expect.poll(() => marks(phone)).toBe(2);
  await tool(phone, '笔');
  const sheet = phone.locator('[data-ink]');
  await sheet.scrollIntoViewIfNeeded();
  await drawOver(sheet, [
    [0.3, 0.2],
    [0.8, 0.2],
  ]);
  for (const page of [board, other]) await expect.poll(() => marks(page)).toBe(3);
  await button(board, '撤销').click();
  for (const page of [phone, other]) await expect.poll(() => marks(page)).toBe(2);

  teacher = await laptop.newPage();
  await teacher.goto(lesson);
  await button(teacher, '拿回主持').click();
  await other.getByText(LEADS).waitFor({ state: 'detached' });
  for (const page of [teacher, board, other]) await expect.poll(() => marks(page)).toBe(2);
  for (const page of [board, phone]) await expect.poll(() => page.locator('[data-ink]').count()).toBe(0);
});
