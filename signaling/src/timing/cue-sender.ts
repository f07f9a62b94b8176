import { type Cue, encodeTimingDown, sealCue, type TimingDown } from '@tongke/shared-types';
import type { Link } from './link.ts';
import type { TimingDeps } from './timing-deps.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 24;
/** A cue that was not acknowledged is sent again after this long. */
const AGAIN_MS = 400;
/** No more of them with one tick, so that a large lesson holds nothing up. */
const MOST_PER_TICK = 1_000;

type Deps = Pick<TimingDeps, 'precise' | 'datagrams' | 'randomBytes'>;

/**
 * [TM4] The cue of one round, sealed with a key that only this object has: sent to every screen on both paths until the screen says
 * that it has it; the key goes out when the start is on disk, and not before.
 */
export class CueSender {
  readonly #deps: Deps;
  readonly #key: Uint8Array;
  readonly #cue: TimingDown;
  readonly #roundId: string;
  readonly #has = new Set<Link>();
  #next = 0;
  #circleBegan = Number.NEGATIVE_INFINITY;

  constructor(roundId: string, cue: Cue, deps: Deps) {
    this.#deps = deps;
    this.#roundId = roundId;
    this.#key = deps.randomBytes(KEY_BYTES);
    this.#cue = { type: 'cue', roundId, sealed: sealCue(cue, roundId, this.#key, deps.randomBytes(NONCE_BYTES)) };
  }

  cued(link: Link): void {
    this.#has.add(link);
  }

  left(link: Link): void {
    this.#has.delete(link);
  }

  /** Sends it to those who do not have it, a part of them with each tick and each of them once in a while. */
  tick(links: readonly Link[]): void {
    const now = this.#deps.precise.now();
    if (this.#next >= links.length) {
      if (now - this.#circleBegan < AGAIN_MS) return;
      this.#next = 0;
    }
    if (this.#next === 0) this.#circleBegan = now;
    for (let sent = 0; this.#next < links.length && sent < MOST_PER_TICK; this.#next += 1) {
      const link = links[this.#next];
      if (!link || this.#has.has(link)) continue;
      this.sendCue(link);
      sent += 1;
    }
  }

  sendCue(link: Link): void {
    this.#send(link, this.#cue);
  }

  /** Sends the key; answers the instant at which it left, by the precise clock. */
  sendKey(link: Link): number {
    const leaves = this.#deps.precise.now();
    this.#send(link, { type: 'key', roundId: this.#roundId, key: this.#key });
    return leaves;
  }

  #send({ line, actor, lesson }: Link, message: TimingDown): void {
    if (actor.role === 'pupil') {
      for (const bytes of encodeTimingDown(message)) this.#deps.datagrams.send(lesson.lessonId, actor.seatId, bytes);
    }
    line.sendTiming(message);
  }
}
