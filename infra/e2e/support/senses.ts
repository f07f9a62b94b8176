import type { Page } from 'playwright-core';
import { countPackets, listen, readTimecode } from './probe.ts';

/** Below this loudness (RMS) is silence with codec noise; a spoken sentence peaks well above. */
const SPEECH = 0.02;

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

/** Whether the newest voice says anything before so many ms are over; a voice that is only being attached is waited for. */
export async function hears(page: Page, patienceMs = 20_000): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (Math.max(0, ...(await page.evaluate(listen, 2_000))) > SPEECH) return true;
  }
  return false;
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
