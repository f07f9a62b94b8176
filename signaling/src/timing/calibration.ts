import { encodeTimingDown } from '@tongke/shared-types';
import type { Link } from './link.ts';
import type { Path } from './outstanding-pings.ts';
import type { TimingDeps } from './timing-deps.ts';
import type { TimingLine } from './timing-line.ts';

/** Each screen is pinged so often on every path. */
const EVERY_MS = 5_000;
/** While a round is armed: so often, but all screens together no faster than this. */
const ARMED_EVERY_MS = 200;
const ARMED_PER_SECOND = 2_000;

type Deps = Pick<TimingDeps, 'precise' | 'datagrams' | 'pings'>;

/** [TM2] Pings the screens of one lesson in turn, a few with every tick, so that they are spread over the time. */
export class Calibration {
  readonly #deps: Deps;
  /** Pings that are due, times `EVERY_MS`: whole numbers, which add up without a rest. */
  #due = 0;
  #next = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A tick of the shared timer, so many ms after the last one. */
  tick(links: readonly Link[], isArmed: boolean, ms: number): void {
    const calm = links.length * ms;
    const eager = Math.min((calm * EVERY_MS) / ARMED_EVERY_MS, (ARMED_PER_SECOND * ms * EVERY_MS) / 1_000);
    this.#due = Math.min(this.#due + (isArmed ? Math.max(calm, eager) : calm), links.length * EVERY_MS);
    for (; this.#due >= EVERY_MS; this.#due -= EVERY_MS) {
      if (this.#next >= links.length) this.#next = 0;
      const link = links[this.#next++];
      if (link) this.ping(link);
    }
  }

  /** Pings one screen on every path it has, with the same nonce: the first answer counts, as it does of a press. */
  ping({ line, actor, slot, lesson }: Link): void {
    const { precise, datagrams, pings } = this.#deps;
    const nonce = pings.ping(slot, precise.now());
    const ping = { type: 'ping', nonce } as const;
    if (actor.role === 'pupil') {
      for (const bytes of encodeTimingDown(ping)) datagrams.send(lesson.lessonId, actor.seatId, bytes);
    }
    line.sendTiming(ping);
    this.#frame(line, slot);
  }

  /** The answer to a ping, of a page's script. */
  pong({ slot, estimate }: Link, nonce: number, now: number, path: Path): void {
    const roundTrip = this.#deps.pings.pong(slot, nonce, now, path);
    if (roundTrip !== null) estimate.add(roundTrip, now, 'page');
  }

  /** A page can hold its answers back, but not those that its browser gives. */
  #frame(line: TimingLine, slot: number): void {
    const { precise, pings } = this.#deps;
    const nonce = pings.frame(slot, precise.now());
    if (nonce === null) return;
    const payload = new Uint8Array(4);
    new DataView(payload.buffer).setUint32(0, nonce);
    line.pingFrame(payload);
  }

  /** The browser's answer to a ping frame. */
  framePong({ slot, estimate }: Link, payload: Uint8Array): void {
    const now = this.#deps.precise.now();
    if (payload.byteLength !== 4) return;
    const nonce = new DataView(payload.buffer, payload.byteOffset, 4).getUint32(0);
    const roundTrip = this.#deps.pings.frameAnswered(slot, nonce, now);
    if (roundTrip !== null) estimate.add(roundTrip, now, 'browser');
  }
}
