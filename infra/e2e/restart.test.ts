import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cast } from './support/cast.ts';
import { hears, seesTimecode } from './support/senses.ts';

let cast: Cast;
let teacher: Page;
let boards: readonly [Page, Page];
let tablets: readonly [Page, Page];

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

beforeAll(async () => {
  cast = await Cast.open();
  teacher = await cast.teacher();
  boards = [await cast.board(0), await cast.board(1)];
  tablets = [await cast.tablet(0, '王小明'), await cast.tablet(1, '马小龙')];
  await button(teacher, '开始上课').click();
  for (const board of boards) await seesTimecode(board);
  // A reload would forget this mark.
  for (const page of [teacher, ...boards, ...tablets]) {
    await page.evaluate(() => Object.assign(window, { tongkeSameDocument: true }));
  }
});
afterAll(() => cast?.close());

test('[RS7] signaling killed in an open question: same question, answers and countdown, and media never stops', async () => {
  await button(teacher, '出题').click();
  await teacher.getByText('2/5 + 1/5').click();
  await button(tablets[0], /^C\b/).click();
  await teacher.getByText('1 / 2 已作答').waitFor();
  const deadline = Date.now() + 1_000 * (await secondsLeft(teacher));
  const tracks = await Promise.all(boards.map(liveTracks));
  for (const ids of tracks) expect(ids.length).toBeGreaterThanOrEqual(2);

  await cast.school.signaling.kill('SIGKILL');
  for (const page of [teacher, ...boards, ...tablets]) await page.getByText('网断了，正在重连').waitFor();
  // The answer waits on the tablet meanwhile.
  await button(tablets[1], /^A\b/).click();
  for (const board of boards) await mediaGoesOn(board);

  await cast.school.startSignaling();
  const started = Date.now();
  const banner = { state: 'detached', timeout: 5_000 } as const;
  for (const page of [teacher, ...boards, ...tablets]) await page.getByText('网断了，正在重连').waitFor(banner);
  console.log(`every screen was back ${Date.now() - started} ms after signaling was up`);
  await teacher.getByText('2 / 2 已作答').waitFor();
  for (const board of boards) await board.getByText('2/5 + 1/5').waitFor();
  expect(Math.abs(Date.now() + 1_000 * (await secondsLeft(teacher)) - deadline)).toBeLessThan(2_500);
  for (const board of boards) await mediaGoesOn(board);
  expect(await Promise.all(boards.map(liveTracks))).toEqual(tracks);
  for (const page of [teacher, ...boards, ...tablets]) expect(await sameDocument(page)).toBe(true);

  await button(teacher, '结束作答').click();
  await button(teacher, '公布答案').click();
  await tablets[0].getByText('答对了！').waitFor();
  await tablets[1].getByText('这次不对').waitFor();
  await button(teacher, '收起').click();
});

test('[MD4] the media server killed: picture and voice come back without a reload', async () => {
  await cast.school.sfu.kill('SIGKILL');
  await cast.school.startSfu();
  await mediaIsBack();
});

test('[MD4] a media worker killed: picture and voice come back without a reload', async () => {
  const workers = childrenOf(cast.school.sfu.pid).filter(({ name }) => name.startsWith('mediasoup-work'));
  expect(workers).toHaveLength(1);
  for (const { pid } of workers) process.kill(pid, 'SIGKILL');
  await mediaIsBack();
});

/** A fresh track reaches both boards, a turn still works, and no page was loaded again. */
async function mediaIsBack(): Promise<void> {
  for (const board of boards) {
    await freshVideo(board);
    await seesTimecode(board);
    expect(await hears(board, 'teacher')).toBe(true);
  }
  await button(tablets[0], '举手').click();
  await button(teacher, /王小明（三年级一班）/).click();
  await boards[0].getByText('你们在讲话').waitFor();
  expect(await hears(teacher, 'child')).toBe(true);
  await button(teacher, '结束发言').click();
  for (const page of [teacher, ...boards]) expect(await sameDocument(page)).toBe(true);
}

/** Waits for frames to move on, now. */
async function freshVideo(page: Page): Promise<void> {
  const before = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => {
    const video = document.querySelector('video');
    if (!video || video.videoWidth === 0) return false;
    const seen = video as HTMLVideoElement & { tongkeFrameAt?: number; tongkeWatched?: boolean };
    if (!seen.tongkeWatched) {
      seen.tongkeWatched = true;
      const note = () => {
        seen.tongkeFrameAt = performance.now();
        seen.requestVideoFrameCallback(note);
      };
      seen.requestVideoFrameCallback(note);
    }
    return (seen.tongkeFrameAt ?? 0) > since + 1_000;
  }, before);
}

/** Waits for a second's worth of new frames on the screen and of new packets of voice. */
async function mediaGoesOn(page: Page): Promise<void> {
  const frames = await page.evaluate(framesShown);
  const packets = await page.evaluate(audioPackets);
  await expect.poll(() => page.evaluate(framesShown), { timeout: 30_000 }).toBeGreaterThan(frames + 10);
  await expect.poll(() => page.evaluate(audioPackets), { timeout: 30_000 }).toBeGreaterThan(packets + 25);
}

/** Runs inside a page: the frames that its videos have shown. */
function framesShown(): number {
  return [...document.querySelectorAll('video')].reduce(
    (sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames,
    0,
  );
}

/** Runs inside a page: the packets of voice that have come in. */
async function audioPackets(): Promise<number> {
  let packets = 0;
  for (const connection of window.tongkeProbe.connections) {
    (await connection.getStats()).forEach((entry) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'audio') packets += entry.packetsReceived ?? 0;
    });
  }
  return packets;
}

/** The remote tracks that a page plays. */
function liveTracks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    window.tongkeProbe.remote.filter(({ readyState }) => readyState === 'live').map(({ id }) => id),
  );
}

/** What the teacher's countdown shows, in s. */
async function secondsLeft(page: Page): Promise<number> {
  const words = await page.getByRole('timer').first().innerText();
  return Number(/\d+/.exec(words)?.[0]);
}

function sameDocument(page: Page): Promise<boolean> {
  return page.evaluate(() => 'tongkeSameDocument' in window);
}

/** The processes that a process has started. */
function childrenOf(parent: number): { readonly pid: number; readonly name: string }[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const [, name = '', ppid] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8')) ?? [];
        return Number(ppid) === parent ? [{ pid: Number(entry), name }] : [];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}
