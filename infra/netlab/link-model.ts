import { seeded } from '@tongke/shared-types/testing';
import type { Link, Way } from './link.ts';
import { LossChain } from './loss-chain.ts';

/** The least that TCP waits for an acknowledgement before it sends again (Linux), and the most, ms. */
const LEAST_RTO_MS = 200;
const MOST_RTO_MS = 60_000;
const BURST_BYTES = 3_000;
const QUEUE_BYTES = 65_536;

export type Direction = 'toServer' | 'toClient';

/**
 * One direction of a link as pure arithmetic: a packet's bytes and the instant at which it is sent give the instants at which it arrives.
 * The same seed and the same packets give the same instants. Settings are read from the link with every packet, so it may change.
 */
export class LinkModel {
  readonly #link: Link;
  readonly #direction: Direction;
  readonly #random: () => number;
  readonly #loss: LossChain;
  /** When the token bucket will have let everything out that was sent so far (GCRA's theoretical arrival time). */
  #clearAt = Number.NEGATIVE_INFINITY;

  constructor(link: Link, direction: Direction) {
    this.#link = link;
    this.#direction = direction;
    this.#random = seeded((link.seed ?? 1) * 2 + (direction === 'toServer' ? 0 : 1));
    this.#loss = new LossChain(this.#random);
  }

  get #way(): Way {
    return { ...this.#link, ...this.#link[this.#direction] };
  }

  /** When a datagram arrives: never (it is lost), once, or twice. Datagrams may overtake each other. */
  datagram(bytes: number, now: number): readonly number[] {
    const way = this.#way;
    if (!this.#link.up || this.#after(now) > now) return [];
    const out = this.#leaves(way, bytes, now, true);
    if (out === null || (way.loss && this.#loss.loses(way.loss))) return [];
    const arrives = () => out + this.#travel(way);
    return way.duplicated && this.#random() < way.duplicated ? [arrives(), arrives()] : [arrives()];
  }

  /**
   * When a segment of a byte stream arrives, for a sender who sends again what was lost: after 200 ms or a round trip and a half, whichever
   * is longer, and twice as long after each further loss. An outage only holds it back. Whoever asks keeps the stream in order.
   */
  segment(bytes: number, now: number): number {
    const way = this.#way;
    let sent = this.#after(now);
    let patience = Math.max(LEAST_RTO_MS, 1.5 * roundTripOf(this.#link));
    while (way.loss && this.#loss.loses(way.loss)) {
      sent = this.#after(sent + patience);
      patience = Math.min(2 * patience, MOST_RTO_MS);
    }
    return (this.#leaves(way, bytes, sent, false) ?? sent) + this.#travel(way);
  }

  /** How many bytes wait for the bucket now. */
  waiting(now: number): number {
    const { rate } = this.#way;
    return rate ? Math.max(0, ((this.#clearAt - now) * rate.bytesPerSecond) / 1000) : 0;
  }

  /** True while a stream's sender must hold back. */
  isFull(now: number): boolean {
    return this.waiting(now) > (this.#way.rate?.queueBytes ?? QUEUE_BYTES);
  }

  #travel({ delayMs, jitterMs, late }: Way): number {
    const jitter = jitterMs ? -jitterMs * Math.log(1 - this.#random()) : 0;
    return delayMs + jitter + (late && this.#random() < late.share ? late.byMs : 0);
  }

  /** When the bucket lets it out, or null where its queue is full. */
  #leaves({ rate }: Way, bytes: number, now: number, mayDrop: boolean): number | null {
    if (!rate) return now;
    const { bytesPerSecond, burstBytes = BURST_BYTES, queueBytes = QUEUE_BYTES } = rate;
    if (mayDrop && this.waiting(now) > queueBytes) return null;
    const perByte = 1000 / bytesPerSecond;
    this.#clearAt = Math.max(this.#clearAt, now - burstBytes * perByte) + bytes * perByte;
    return Math.max(now, this.#clearAt);
  }

  /** This instant, or the end of the outages that it falls into. */
  #after(now: number): number {
    const cut = this.#link.outages?.find(({ from, until }) => now >= from && now < until);
    return cut ? this.#after(cut.until) : now;
  }
}

/** What a small packet and its answer take at least, ms. */
function roundTripOf({ delayMs, toServer, toClient }: Link): number {
  return (toServer?.delayMs ?? delayMs) + (toClient?.delayMs ?? delayMs);
}

const models = new WeakMap<Link, Readonly<Record<Direction, LinkModel>>>();

/** Both directions of a link: relays that share the link share its rate and its bursts of loss. */
export function modelsOf(link: Link): Readonly<Record<Direction, LinkModel>> {
  const known = models.get(link) ?? {
    toServer: new LinkModel(link, 'toServer'),
    toClient: new LinkModel(link, 'toClient'),
  };
  models.set(link, known);
  return known;
}
