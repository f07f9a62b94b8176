import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { longestStall } from './heard.ts';
import { narrowestLink } from './narrowest-link.ts';
import { rate } from './rate.ts';
import { backAfter, type Seen, seenOf } from './seen.ts';
import { type Looks, openSideBySide } from './side-by-side.ts';

const ROUND_TRIP_MS = 80;
const SETTLE_MS = 30_000;
const SEEN_MS = 60_000;
/** So long is the link narrow between two wide times. */
const NARROW_MS = 30_000;
/** What is not back by then counts as this long. */
const PATIENCE_MS = 90_000;
const BACK_SHARE = 0.9;

type Pair<T> = { readonly product: T; readonly bare: T };

interface Options {
  /** Of the narrowest link, in minutes; 0 leaves it out. */
  readonly minutes: number;
  /** How often the link becomes narrow and wide again. */
  readonly drops: number;
  readonly tlsDir: string;
  readonly log: (line: string) => void;
}

export interface Narrow {
  /** On 256 kbit/s. */
  readonly picture: Pair<Seen>;
  /** 2 Mbit/s → 250 kbit/s → 2 Mbit/s. */
  readonly drops: readonly { readonly gapMs: Pair<number>; readonly backMs: Pair<number> }[];
  /** The longest stall of the voice on 96 kbit/s down and 48 up, in ms; null where it was left out. */
  readonly stallMs: Pair<number> | null;
}

/** A lesson and a plain call with camera over links that carry little, side by side. */
export async function narrowLinks(
  browsers: { readonly teacher: Browser; readonly classroom: Browser },
  { minutes, drops, tlsDir, log }: Options,
): Promise<Narrow> {
  const both = await openSideBySide(browsers, { roundTripMs: ROUND_TRIP_MS, tlsDir, video: true });
  const pair = async <T>(since: number, of: (looks: Looks) => T): Promise<Pair<T>> => {
    const { product, bare } = await both.looks(since);
    return { product: of(product), bare: of(bare) };
  };
  const told = <T>(what: string, value: T): T => {
    log(`${what}: ${JSON.stringify(value)}`);
    return value;
  };
  /** How long each took until its picture was as tall again as before. */
  const backMs = async (wide: number, before: Pair<Seen>): Promise<Pair<number>> => {
    const patience = Date.now() + PATIENCE_MS;
    for (;;) {
      const { product, bare } = await both.looks(wide);
      const back = {
        product: backAfter(product.seen, wide, BACK_SHARE * before.product.height),
        bare: backAfter(bare.seen, wide, BACK_SHARE * before.bare.height),
      };
      if ((back.product !== null && back.bare !== null) || Date.now() > patience)
        return { product: back.product ?? PATIENCE_MS, bare: back.bare ?? PATIENCE_MS };
      await sleep(1_000);
    }
  };
  try {
    both.set({ toClient: { rate: rate(256) } });
    await sleep(SETTLE_MS);
    const from = Date.now();
    await sleep(SEEN_MS);
    const until = Date.now();
    const picture = told('256 kbit/s', await pair(from, ({ seen }) => seenOf(seen, from, until)));

    const dropped = [];
    for (let drop = 1; drop <= drops; drop += 1) {
      both.set({ toClient: { rate: rate(2_000) } });
      await sleep(2 * SETTLE_MS);
      const narrow = Date.now();
      const before = await pair(narrow - 5_000, ({ seen }) => seenOf(seen, narrow - 5_000, narrow));
      both.set({ toClient: { rate: rate(250) } });
      await sleep(NARROW_MS);
      const wide = Date.now();
      both.set({ toClient: { rate: rate(2_000) } });
      const gapMs = await pair(narrow, ({ heard }) => longestStall(heard, narrow, narrow + 10_000));
      dropped.push(told(`drop ${drop}`, { gapMs, backMs: await backMs(wide, before) }));
    }

    if (minutes === 0) return { picture, drops: dropped, stallMs: null };
    const { start, end } = await narrowestLink(both, { minutes, browser: browsers.teacher });
    return {
      picture,
      drops: dropped,
      stallMs: told('96 kbit/s', await pair(start, ({ heard }) => longestStall(heard, start, end))),
    };
  } finally {
    await both.close();
  }
}
