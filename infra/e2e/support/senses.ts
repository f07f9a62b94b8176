import type { Page } from 'playwright-core';
import { BEEPS } from './media-files.ts';
import { countPackets, listen, readTimecode } from './probe.ts';

/** Whose voice. */
export type Speaker = keyof typeof BEEPS;

/** Beeps come twice a second and last three moments; one alone may be chance. */
const MOMENTS = 3;

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
  const moments = await page.evaluate(listen, { ms, pitches: Object.values(BEEPS) });
  return speakers.filter((_, index) => (moments[index] ?? 0) >= MOMENTS);
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
