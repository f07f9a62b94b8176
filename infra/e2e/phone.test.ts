import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reveal } from './support/ask.ts';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { openDrawer } from './support/hold.ts';
import { mediaFiles } from './support/media-files.ts';
import { startLesson } from './support/start-lesson.ts';

let cast: Cast;
let teacher: Page;
let board: Page;
let phone: Page;

beforeAll(async () => {
  cast = await Cast.open({}, mediaFiles().slowVideo);
  teacher = await cast.teacher();
  board = await cast.board(0);
  await startLesson(teacher);
  await button(board, '遮住').waitFor();
});
afterAll(() => cast?.close());

test('[AC7] a phone that scans the board has the assistant’s controls, and neither camera nor microphone', async () => {
  await openDrawer(board);
  const made = board.waitForResponse(/\/api\/phones\/link/);
  await button(board, '显示二维码').click();
  const { url } = (await (await made).json()) as { readonly url: string };
  phone = await (await cast.device()).newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  const response = await phone.goto(url);
  expect(await response?.headerValue('permissions-policy')).toContain('camera=(), microphone=()');
  await phone.getByRole('heading', { name: '三年级一班' }).waitFor();
  await button(phone, '替全班举手').first().click();
  await teacher.getByText('三年级一班 全班').first().waitFor();
  await button(phone, '放下手').first().click();
});

test('[LS3] the phone counts hands, covers the camera and gives the turn back, like the board', async () => {
  await button(teacher, '出题').click();
  await teacher.getByText('2/5 + 1/5').click();
  await button(teacher, '开始作答').click();
  await button(phone, 'C 加一').click();
  await button(phone, 'C 加一').click();
  await teacher.getByText(/2 \/ \d+ 已作答/).waitFor();
  await reveal(teacher);
  await button(teacher, '收起').click();

  await button(phone, '遮住摄像头').click();
  await teacher.waitForFunction(
    () => [...document.querySelectorAll('video')].filter(({ videoWidth }) => videoWidth > 0).length === 1,
  );
  await board.waitForFunction(() =>
    window.tongkeProbe.captured.every(({ kind, readyState }) => kind !== 'video' || readyState === 'ended'),
  );
  await button(phone, '打开摄像头').click();
  await teacher.waitForFunction(
    () => [...document.querySelectorAll('video')].filter(({ videoWidth }) => videoWidth > 0).length === 2,
  );

  await button(teacher, '请发言').click();
  await teacher.getByRole('dialog').getByRole('button', { name: '三年级一班' }).click();
  await button(teacher, '请全班发言').click();
  await button(phone, '结束发言').first().click();
  await button(teacher, '结束发言').waitFor({ state: 'detached' });
});

test('[AC7] the board sends the phone away at one tap, and at once', async () => {
  await board.getByText('已配对的手机').waitFor();
  await button(board, '移除').click();
  await board.getByRole('alertdialog').getByRole('button', { name: '移除' }).click();
  await phone
    .getByText(/手机.*(移除|不再|取消)/)
    .first()
    .waitFor();
});
