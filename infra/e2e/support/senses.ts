import type { Page } from 'playwright-core';
import { BEEPS } from './media-files.ts';
import { countPackets, listen, readTimecode } from './probe.ts';

/** Whose voice. */
export type Speaker = keyof typeof BEEPS;

/** Beeps fill two moments of five; a spoken sentence looks like another's beep in one of twenty. */
const SHARE = 0.2;

/** Waits until the page shows a video that plays. */
export async function seesPicture(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].some((video) => video.videoWidth > 0 && !video.paused),
  );
}

/** Waits until a timecode can be read from the largest picture and has moved on; answers both readings. */
export async function seesTimecode(page: Page): Promise<readonly [number, number]> {
  const first = await readAfter(page, null);
  return [first, await readAfter(page, first)];
}

async function readAfter(page: Page, before: number | null): Promise<number> {
  const code = await page.evaluate(readTimecode);
  if (code !== null && code !== before) return code;
  await page.waitForTimeout(100);
  return readAfter(page, before);
}

/** Waits until a speaker is heard from the page's loudspeaker; false when nobody was in all that time. */
export async function hears(page: Page, speaker: Speaker, patienceMs = 20_000): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    if ((await heard(page, 2_000)).includes(speaker)) return true;
  }
  return false;
}

/** Who is heard from the page's loudspeaker within so many ms. */
export async function heard(page: Page, ms: number): Promise<Speaker[]> {
  const speakers = Object.keys(BEEPS) as Speaker[];
  const shares = await page.evaluate(listen, { ms, pitches: Object.values(BEEPS) });
  return speakers.filter((_, index) => (shares[index] ?? 0) >= SHARE);
}

/** How many voices from afar are attached. */
export function remoteVoices(page: Page): Promise<number> {
  return page.evaluate(
    () => window.tongkeProbe.remote.filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live').length,
  );
}

/** Waits until so many media connections of the page are up. */
export async function mediaIsUp(page: Page, connections: number): Promise<void> {
  await page.waitForFunction(
    (count) =>
      window.tongkeProbe.connections.filter(({ connectionState }) => connectionState === 'connected').length === count,
    connections,
  );
}

/** How many packets of voice and picture come in during so many ms. */
export async function packetsDuring(
  page: Page,
  ms: number,
): Promise<{ readonly audio: number; readonly video: number }> {
  const before = await page.evaluate(countPackets);
  await page.waitForTimeout(ms);
  const after = await page.evaluate(countPackets);
  return { audio: after.audioIn - before.audioIn, video: after.videoIn - before.videoIn };
}

/** Waits until exactly so many pictures from afar are on the page and all of them move. */
export async function seesMoving(page: Page, pictures: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const frames = await page.evaluate(framesDuring, 1_000);
    if (frames.length === pictures && frames.every((count) => count > 2)) return;
    if (Date.now() > deadline) throw new Error(`Frames a second, where ${pictures} should move: ${frames.join(', ')}`);
  }
}

/** Runs inside a page: how many frames each picture from afar shows within so many ms. */
async function framesDuring(ms: number): Promise<number[]> {
  const remote = window.tongkeProbe.remote.filter(({ readyState }) => readyState === 'live');
  const videos = [...document.querySelectorAll('video')].filter(
    ({ srcObject }) =>
      srcObject instanceof MediaStream && srcObject.getTracks().some((track) => remote.includes(track)),
  );
  const shown = () => videos.map((video) => video.getVideoPlaybackQuality().totalVideoFrames);
  const before = shown();
  await new Promise((resolve) => setTimeout(resolve, ms));
  return shown().map((count, index) => count - (before[index] ?? 0));
}
