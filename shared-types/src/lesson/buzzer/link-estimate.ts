/** Who answered a ping: the page's own script, or the browser below it, which a page cannot make wait. */
export type AnsweredBy = 'page' | 'browser';

/** What is known of a link now. All ms. */
export interface LinkQuality {
  /** The smallest round trip of any ping. */
  readonly least: number;
  /** 95 of 100 pings of the page came back within this. */
  readonly p95: number;
  /** The page answers later than its browser by more than any work explains: it may hold its answers back. */
  readonly heldBack: boolean;
}

/** Pings count for so long, in ms. */
const WINDOW_MS = 5 * 60_000;
/** So many pings are kept: eight minutes of one of the page every 5 s and one of the browser with every third. An armed round takes more. */
export const PINGS_KEPT = 128;
/** A busy tablet's script is late by less than this, in ms. */
const BUSY_MS = 25;

const PARTS_PER_MS = 16;
const MOST_RTT = 0xffff;
/** 15 bits of seconds: a ping that comes again after nine hours would look young, and none is kept that long. */
const SECONDS = 0x8000;

/**
 * A link's round trips of the last five minutes. 512 bytes: a ping is 16 bits of round trip (sixteenths of a ms, at most 4,095 ms),
 * one bit of who answered it, and 15 bits of when.
 */
export class LinkEstimate {
  readonly #kept: Uint32Array;
  readonly #from: number;
  #next = 0;
  #count = 0;

  /** The pings lie in `kept`, `PINGS_KEPT` places of it: thousands of links may share a few large arrays. */
  constructor(kept: Uint32Array = new Uint32Array(PINGS_KEPT), from = 0) {
    this.#kept = kept;
    this.#from = from;
  }

  /** A ping came back: its round trip, and when, both in ms on one clock. */
  add(rtt: number, at: number, by: AnsweredBy): void {
    const parts = Math.min(MOST_RTT, Math.max(0, Math.round(rtt * PARTS_PER_MS)));
    const second = Math.floor(at / 1000) % SECONDS;
    this.#kept[this.#from + this.#next] = parts * 0x10000 + (by === 'browser' ? SECONDS : 0) + second;
    this.#next = (this.#next + 1) % PINGS_KEPT;
    this.#count = Math.min(PINGS_KEPT, this.#count + 1);
  }

  /** Null while no ping of the last five minutes has come back. */
  quality(now: number): LinkQuality | null {
    const second = Math.floor(now / 1000) % SECONDS;
    const page = new Uint16Array(this.#count);
    let pages = 0;
    let browser = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.#count; index += 1) {
      const ping = this.#kept[this.#from + index] ?? 0;
      if ((second - (ping % SECONDS) + SECONDS) % SECONDS > WINDOW_MS / 1000) continue;
      const parts = ping >>> 16;
      if ((ping & SECONDS) !== 0) browser = Math.min(browser, parts);
      else {
        page[pages] = parts;
        pages += 1;
      }
    }
    const sorted = page.subarray(0, pages).sort();
    const least = Math.min(browser, sorted[0] ?? Number.POSITIVE_INFINITY);
    if (!Number.isFinite(least)) return null;
    const p95 = sorted[Math.ceil(pages * 0.95) - 1] ?? least;
    const heldBack = (sorted[0] ?? 0) > browser + BUSY_MS * PARTS_PER_MS;
    return { least: least / PARTS_PER_MS, p95: p95 / PARTS_PER_MS, heldBack };
  }
}
