import {
  type DownlinkSample,
  FIRST_UP_MS,
  isCalm,
  isWorse,
  type Ladder,
  type Layout,
  LOSING,
  needOf,
  planOf,
  RUNGS,
  type Rung,
  rungOf,
  rungOfVoices,
  runningRung,
  type Seen,
  SUFFERS,
  startLadder,
  stepLadder,
  TRY_MS,
  type TrackPlan,
  UP_MS,
  worseOf,
} from '@tongke/shared-types';
import type { Measured } from './engine.ts';
import { FIRST_BITRATE } from './first-bitrate.ts';
import { Lasting } from './lasting.ts';

/**
 * A still says nothing about a link: whether D is carried shows when the lowest picture runs; and above that the congestion control tries
 * by itself whether more fits.
 */
const MUTE: readonly Rung[] = ['A', 'B', 'D'];

/** A larger picture is sent when it fits for so long, in ms; twice as long after each that did not stay. */
const LARGER_MS = 1_000;

/** Where a link starts of which nothing is known. */
const START: Rung = 'C';

/** Where less is wanted so much more than it takes may be sent: a key frame, a lost packet again. */
const ROOM = 1.25;

/** The congestion control's loss is that of some seconds: so long after pictures go on it tells of the time before them, in ms. */
const SETTLE_MS = 3_000;

/** So many times what C takes, or nearly all that it may say while no picture runs: then the congestion control vouches for a picture. */
const VOUCHED = 1.5;
const VOUCHED_AT_LEAST = 0.95 * FIRST_BITRATE;

/** A new link counts as a good one for this long, in ms: it starts low and climbs. */
const NEW_MS = 20_000;

/** [WL5] What one peer receives of what its screen wants: starts on C, and goes where its link carries it. */
export class Downlink {
  readonly #concealment = new Lasting<number>();
  #ladder = startLadder(START, FIRST_UP_MS);
  /** How large pictures are while they move. Nobody is told: the rung, which is, has more patience. */
  #sizes = startLadder(START, LARGER_MS);
  #ceiling: Rung = 'A';
  #carries = FIRST_BITRATE;
  #since: number | null = null;
  #known = false;
  #losing = false;
  /** No try that the congestion control vouched for has failed since the last that did not. */
  #believed = true;

  /** Where it stands, as far as anybody is told. */
  get rung(): Rung {
    return this.#known ? this.#ladder.rung : 'A';
  }

  /** It carries all that it may, and lost nothing when it was looked at last. */
  get calm(): boolean {
    return isCalm(this.#ladder, this.#ceiling) && !this.#losing;
  }

  /** The browser says what share of the voice it made up. */
  heard(concealment: number | null, now: number): void {
    this.#concealment.set(concealment, now);
  }

  /** [WL9] The best rung that the lead teacher wants: less at once, more as on a new link. */
  allow(ceiling: Rung): void {
    if (ceiling === this.#ceiling) return;
    const from = isWorse(RUNGS, ceiling, this.#ceiling) ? this.#ladder.rung : START;
    this.#ceiling = ceiling;
    this.#ladder = startLadder(worseOf(RUNGS, from, ceiling));
    this.#believed = true;
    this.#sizes = startLadder(worseOf(RUNGS, START, ceiling), LARGER_MS);
    this.#known = true;
  }

  /** Connected anew: the end of the old connection, losses and all, says nothing of this one. */
  renew(): void {
    this.#ladder = startLadder(worseOf(RUNGS, START, this.#ceiling), FIRST_UP_MS);
    this.#sizes = startLadder(START, LARGER_MS);
    this.#believed = true;
    this.#since = null;
    this.#known = this.#ceiling !== 'A';
  }

  /** The most that is to be sent, probing included, in bit/s; null where the lead teacher wants all that the link carries. */
  limit(layout: Layout): number | null {
    return this.#ceiling === 'A' ? null : Math.round(ROOM * needOf(this.#ceiling, layout));
  }

  /** A measurement, while something of this layout is wanted. */
  see({ available, sent, lossSent }: Measured, layout: Layout, now: number): void {
    // Without traffic there is no estimate, and nothing to judge.
    if (available === null) return;
    this.#since ??= now;
    this.#carries = available;
    const sample = { estimate: available, sent, loss: lossSent, concealment: this.#concealment.get(now) };
    const { rung: before, trying } = this.#ladder;
    const seen = this.#judge(this.#seen(sample, layout, now));
    const most = this.#vouchedFor(sample, layout) ? { most: UP_MS } : {};
    this.#ladder = stepLadder(RUNGS, this.#ladder, seen, { now, ceiling: this.#ceiling, mute: MUTE, ...most });
    if (trying && !this.#ladder.trying) this.#believed = isWorse(RUNGS, before, this.#ladder.rung);
    this.#sizes = this.#stepSizes(sample, layout, now);
    const fell = isWorse(RUNGS, this.#ladder.rung, before);
    this.#losing = Math.max(lossSent, sample.concealment ?? 0) >= LOSING;
    this.#known ||= fell || this.#ladder.rung === 'A' || now - this.#since >= NEW_MS;
  }

  /** What the running traffic shows. A try's first seconds show old losses, so that only the ear ends it then. */
  #seen(sample: DownlinkSample, layout: Layout, now: number): Seen<Rung> {
    const running = runningRung(this.#ladder);
    if (this.plan(layout).every(({ frames }) => frames === 0)) return rungOfVoices(running, sample.concealment);
    const { trying } = this.#ladder;
    if (!trying || now >= trying.until - TRY_MS + SETTLE_MS) return rungOf(sample, layout, running, trying !== null);
    const { rung } = rungOf({ ...sample, loss: 0 }, layout, running, true);
    return { rung, urgent: (sample.concealment ?? 0) >= SUFFERS };
  }

  /** What a link has become is found out by probes too: where they say that C fits, a try need not wait for as long as after those that failed. */
  #vouchedFor({ estimate, sent }: DownlinkSample, layout: Layout): boolean {
    if (!this.#believed || !isWorse(RUNGS, runningRung(this.#ladder), START)) return false;
    const fits = { estimate: estimate / VOUCHED, sent, loss: 0, concealment: null };
    return estimate >= VOUCHED_AT_LEAST || !isWorse(RUNGS, rungOf(fits, layout, START, true).rung, START);
  }

  /** What a try does to a link says nothing of the rung below it; and a voice is not given up in a hurry: it goes to E at once, to F after 3 s. */
  #judge(seen: Seen<Rung>): Seen<Rung> {
    const { rung, trying } = this.#ladder;
    if (trying && isWorse(RUNGS, seen.rung, rung)) return { rung, urgent: seen.urgent };
    if (seen.rung !== 'F') return seen;
    return isWorse(RUNGS, 'E', rung) ? { rung: 'E', urgent: true } : { rung: 'F', urgent: false };
  }

  /**
   * [WL5] While pictures move the congestion control leaves out frames by itself, by the order of the priorities. Their size is ours: a
   * quarter of a larger one's frames costs it more than all of a smaller one's.
   */
  plan(layout: Layout): readonly TrackPlan[] {
    const running = runningRung(this.#ladder);
    if (isWorse(RUNGS, running, START)) return planOf(running, layout, this.#carries);
    const sizes = planOf(this.#sizes.rung, layout);
    return planOf(this.#ceiling, layout, this.#carries).map((plan, nth) => ({
      ...plan,
      spatialLayer: Math.min(plan.spatialLayer, sizes[nth]?.spatialLayer ?? 0),
    }));
  }

  /** Rooms without the floor get what is left: nothing waits for them. */
  #stepSizes(sample: DownlinkSample, layout: Layout, now: number): Ladder<Rung> {
    if (isWorse(RUNGS, runningRung(this.#ladder), START)) return startLadder(START, LARGER_MS);
    const kept = layout.filter(({ as }) => as !== 'room-video');
    const rung = betterOf(rungOf(sample, kept, START).rung, START);
    const step = { now, ceiling: this.#ceiling, mute: RUNGS, up: LARGER_MS };
    return stepLadder(RUNGS, this.#sizes, { rung, urgent: false }, step);
  }
}

function betterOf(one: Rung, other: Rung): Rung {
  return isWorse(RUNGS, one, other) ? other : one;
}
