import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Link } from '../../netlab/link.ts';
import { shareHeard, voiceBack } from './voice-back.ts';

/** Whoever is not back by then is not back, ms. */
export const PATIENCE_MS = 30_000;
/** Sound that was on its way when the link went down is over by then. */
const ECHO_MS = 1_500;

interface Cut {
  /** Epoch ms. */
  readonly cutAt: number;
  /** For each page, from the link's return to the voice; null where it stays away. */
  readonly backMs: readonly (number | null)[];
}

/** Cuts the link for so long, and touches nothing until the voice is back. */
export async function cutLink(link: Link, pages: readonly Page[], cutMs: number): Promise<Cut> {
  await Promise.all(pages.map(steady));
  const cutAt = Date.now();
  link.up = false;
  await sleep(cutMs);
  link.up = true;
  const upAt = Date.now();
  return { cutAt, backMs: await Promise.all(pages.map((page) => backAfter(page, cutAt, upAt))) };
}

async function backAfter(page: Page, cutAt: number, upAt: number): Promise<number | null> {
  while (Date.now() < upAt + PATIENCE_MS) {
    await sleep(500);
    const looks = await page.evaluate((from) => window.tongkeVoice.filter(([at]) => at >= from), cutAt);
    if (shareHeard(looks, cutAt + ECHO_MS, upAt) > 0) throw new Error('A voice was heard over a link that was cut.');
    const back = voiceBack(looks, upAt);
    if (back !== null) return back - upAt;
  }
  return null;
}

/** Waits until the voice has been there for two seconds without a gap. */
async function steady(page: Page): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(200)) {
    const looks = await page.evaluate(() => window.tongkeVoice.slice(-100));
    const last = looks.at(-1)?.[0] ?? 0;
    if (shareHeard(looks, last - 2_000, last) > 0.9) return;
  }
  throw new Error('There is no voice to cut off.');
}
