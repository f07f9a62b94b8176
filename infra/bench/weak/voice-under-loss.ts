import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { evenLoss, type LossModel } from '../../netlab/loss-chain.ts';
import { quantile } from '../quantile.ts';
import { openEar } from './ear.ts';
import { concealmentOf, heldBack, longestStall } from './heard.ts';
import { mouthToEar } from './mouth-to-ear.ts';
import { NOTES } from './notes.ts';
import { openSideBySide } from './side-by-side.ts';
import { voiceRates } from './voice-rates.ts';

const ROUND_TRIP_MS = 200;
const LOST = 0.3;
/** A third of the time a bad stretch ends with the packet: three are lost in a row on average. */
const BURST_ENDS = 1 / 3;
/** What the links do in turn. */
const LINKS: Readonly<Record<string, LossModel | null>> = {
  calm: null,
  even: evenLoss(LOST),
  burst3: { toGood: BURST_ENDS, toBad: (BURST_ENDS * LOST) / (1 - LOST) },
};
/** Until product and browsers have done what they do about it. */
const SETTLE_MS = 15_000;
/** The echo canceller, the ears' clocks and the congestion control have come to rest. */
const BEGIN_MS = 10_000;

interface Spread {
  readonly p50: number;
  readonly p95: number;
}

const spread = (all: readonly number[]): Spread | null =>
  all.length > 0 ? { p50: quantile(all, 0.5), p95: quantile(all, 0.95) } : null;

/** What one page heard of one voice over one link. */
interface Heard {
  readonly concealed: number;
  readonly stallMs: number;
  /** Mouth to ear less the way of the packets; null where no note was heard. */
  readonly overOneWayMs: Spread | null;
  /** For how long the jitter buffer held it back; null where nothing came. */
  readonly heldMs: Spread | null;
  /** How many were heard; one is sung each 0.4 s. */
  readonly notes: number;
}

/** Product and control side by side, by link. */
export type Voices = Readonly<
  Record<string, { readonly product: Heard; readonly bare: Heard; readonly rates: unknown }>
>;

/** The lead teacher's voice over links that lose 30 % both ways, RTCP and signaling too, for so many seconds each. */
export async function voiceUnderLoss(
  browsers: { readonly teacher: Browser; readonly classroom: Browser },
  { seconds, tlsDir, log }: { readonly seconds: number; readonly tlsDir: string; readonly log: (line: string) => void },
): Promise<Voices> {
  const both = await openSideBySide(browsers, { roundTripMs: ROUND_TRIP_MS, tlsDir, video: false });
  try {
    const { far, bare, board } = both;
    for (const page of [far.lead, bare.sender, board, bare.receiver]) {
      await page.evaluate(openEar, { own: page === far.lead || page === bare.sender, notes: NOTES });
    }
    await sleep(BEGIN_MS);
    const heard: Record<string, Voices[string]> = {};
    for (const [name, loss] of Object.entries(LINKS)) {
      if (loss) both.set({ loss });
      await sleep(SETTLE_MS);
      const rates = await voiceRates(far.lead);
      const from = Date.now();
      await sleep(seconds * 1_000);
      const until = Date.now();
      heard[name] = {
        product: await whatWasHeard(far.lead, board, from, until),
        bare: await whatWasHeard(bare.sender, bare.receiver, from, until),
        rates: await rates(),
      };
      log(`${name}: ${JSON.stringify(heard[name])}`);
    }
    return heard;
  } finally {
    await both.close();
  }
}

async function whatWasHeard(mouth: Page, ear: Page, from: number, until: number): Promise<Heard> {
  const [sung, { heard, looks }] = await Promise.all([
    mouth.evaluate(() => window.tongkeSung),
    ear.evaluate(() => ({ heard: window.tongkeSung, looks: window.tongkeHeard })),
  ]);
  const over = mouthToEar(sung, heard, from, until).map((ms) => ms - ROUND_TRIP_MS / 2);
  return {
    concealed: concealmentOf(looks, from, until),
    stallMs: longestStall(looks, from, until),
    overOneWayMs: spread(over),
    heldMs: spread(heldBack(looks, from, until)),
    notes: over.length,
  };
}
