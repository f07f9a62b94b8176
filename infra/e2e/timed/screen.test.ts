import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from '../support/button.ts';
import { Cast } from '../support/cast.ts';
import { openDrawer } from '../support/hold.ts';
import { mediaFiles } from '../support/media-files.ts';
import { remoteVoices } from '../support/senses.ts';
import { startLesson } from '../support/start-lesson.ts';

let cast: Cast;
let teacher: Page;
let board: Page;
let other: Page;

beforeAll(async () => {
  cast = await Cast.open({}, mediaFiles().slowVideo);
  [teacher, board, other] = [await cast.teacher(), await cast.board(0), await cast.board(1)];
  for (const page of [teacher, board]) await page.evaluate(countPicks);
  await startLesson(teacher);
  await button(board, '遮住').waitFor();
});
afterAll(() => cast?.close());

test('[SH1] [SH6] the teacher shares a screen, and boards show it large with the teacher small beside it', async () => {
  await button(teacher, '投屏').click();
  await button(teacher, '文字和图片').click();
  await teacher.getByText('正在投屏').waitFor();
  for (const page of [board, other]) await seesScreen(page, '老师的屏幕');
  expect(await board.evaluate(widths)).toEqual([true, false]);
  await expect.poll(() => teacher.evaluate(sentOfScreen)).toEqual({ hint: 'detail', frames: 5, sound: false });
});

test('[SH4] the media server dies: the screen is back, and nobody was asked again', async () => {
  await cast.school.sfu.kill('SIGKILL');
  await cast.school.startSfu();
  for (const page of [board, other]) await seesScreen(page, '老师的屏幕');
  expect(await teacher.evaluate(() => window.tongkePicks)).toBe(1);
});

test('[SH2] a film takes the place of the text, with its sound', async () => {
  await button(teacher, '停止投屏').click();
  await button(teacher, '投屏').click();
  await button(teacher, '放影片').click();
  await seesScreen(board, '老师的屏幕');
  await expect.poll(() => teacher.evaluate(sentOfScreen)).toEqual({ hint: 'motion', frames: 24, sound: true });
  // The teacher’s voice, and the film’s sound.
  await expect.poll(() => remoteVoices(board)).toBe(2);
});

test('[SH3] the browser’s own button ends it everywhere', async () => {
  await teacher.evaluate(() => window.tongkeScreen?.dispatchEvent(new Event('ended')));
  await button(teacher, '投屏').waitFor();
  for (const page of [board, other]) await page.getByText('老师的屏幕').waitFor({ state: 'detached' });
  await expect.poll(() => remoteVoices(board)).toBe(1);
});

test('[SH1] [SH3] a board that has the turn shares its screen with the teacher and the other classroom, until the teacher stops it', async () => {
  await button(teacher, '请发言').click();
  await teacher.getByRole('dialog').getByRole('button', { name: '三年级一班' }).click();
  await button(teacher, '请全班发言').click();
  await board.getByText(/你们?在讲话/).waitFor();
  await openDrawer(board);
  await button(board, '文字和图片').click();
  await seesScreen(teacher, '三年级一班 的屏幕');
  await seesScreen(other, '三年级一班 的屏幕');
  await board.getByText('正在投屏：').waitFor();
  await teacher.getByRole('button', { name: '停止', exact: true }).click();
  await board.getByText('正在投屏：').waitFor({ state: 'detached' });
  await other.getByText('三年级一班 的屏幕').waitFor({ state: 'detached' });
});

declare global {
  interface Window {
    /** How often the person was asked for a screen, and the last one that was picked. */
    tongkePicks: number;
    tongkeScreen: MediaStreamTrack | undefined;
  }
}

/** Runs inside a page: from now on the questions for a screen are counted. */
function countPicks(): void {
  window.tongkePicks = 0;
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getDisplayMedia = async (wanted) => {
    window.tongkePicks += 1;
    const stream = await ask(wanted);
    [window.tongkeScreen] = stream.getVideoTracks();
    return stream;
  };
}

/** Waits until the page plays the picture of this name. */
async function seesScreen(page: Page, label: string): Promise<void> {
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll('video')].some(
        (video) => video.getAttribute('aria-label') === name && video.videoWidth > 0 && !video.paused,
      ),
    label,
  );
}

/** Runs inside a board: for each picture, the screen first, whether it takes more than half of the width. */
function widths(): boolean[] {
  const videos = [...document.querySelectorAll('video')];
  const screen = videos.filter((video) => video.getAttribute('aria-label') === '老师的屏幕');
  const others = videos.filter((video) => !screen.includes(video));
  return [...screen, ...others].map(({ clientWidth }) => clientWidth > innerWidth / 2);
}

/** Runs inside the teacher's page: how the screen is captured. */
function sentOfScreen(): {
  readonly hint: string | undefined;
  readonly frames: number | undefined;
  readonly sound: boolean;
} {
  const senders = window.tongkeProbe.connections.flatMap((connection) => connection.getSenders());
  const tracks = senders.map(({ track }) => track).filter((track) => track !== null);
  const picture = tracks.find(({ contentHint, kind }) => kind === 'video' && contentHint !== '');
  return {
    hint: picture?.contentHint,
    frames: picture?.getSettings().frameRate,
    sound: tracks.some(({ contentHint }) => contentHint === 'music'),
  };
}
