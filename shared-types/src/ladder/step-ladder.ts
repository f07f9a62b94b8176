import { isWorse, worseOf } from './rungs.ts';

/** A rung that is not carried is left after this long, in ms. */
export const DOWN_MS = 3_000;
/** One that is carried is left upwards after this long, in ms. */
export const UP_MS = 8_000;
/** The wait of a link that has not fallen yet, in ms: a good one shows its pictures soon. */
export const FIRST_UP_MS = 2_000;
/** A try lasts for this long at most, in ms: the congestion control needs as long to find out what a link has become. */
export const TRY_MS = 8_000;
/** The longest wait before another try, in ms. */
export const MOST_UP_MS = 60_000;
/** A rung that is held for this long, in ms, was no mistake. */
const HELD_MS = 30_000;

/** What a sample says of a link; `urgent`: nothing is waited for on the way down. */
export interface Seen<R> {
  readonly rung: R;
  readonly urgent: boolean;
}

/** Where a link stands. Times are ms of one monotonic clock. */
export interface Ladder<R> {
  readonly rung: R;
  /** A better rung, tried for at most 8 s: only traffic shows what a link carries. Nobody is told of a try. */
  readonly trying: { readonly rung: R; readonly until: number } | null;
  /** Since when its rung has not been carried, or has been. */
  readonly below: number | null;
  readonly steady: number | null;
  readonly rose: number | null;
  readonly wait: number;
}

interface Step<R> {
  readonly now: number;
  readonly ceiling: R;
  readonly mute?: readonly R[];
  /** How long one that is carried is left upwards, in ms. */
  readonly up?: number;
  /** The longest wait before a rise or a try, in ms, however often one has failed. */
  readonly most?: number;
}

/** A link of which nothing is known yet; `wait`: how long before the first rise or try, in ms. */
export function startLadder<R>(rung: R, wait = UP_MS): Ladder<R> {
  return { rung, trying: null, below: null, steady: null, rose: null, wait };
}

/**
 * [WL3] The next state of a ladder, from what was seen at `now` (ms); `scale` runs from best to worst, `ceiling` is the best rung
 * that a person allows, and `mute` are those whose traffic shows nothing: none of them is tried. Down to what is carried after 3 s, at once where it is urgent; up by one rung after 8 s, after 2 s where it never fell. Where only a try can
 * show that a better one is carried the next one that is not mute is tried for 8 s at most, and the best that shows is taken. A rise that does not last and a try that hurts double the wait, to 60 s at most.
 */
export function stepLadder<R>(
  scale: readonly R[],
  ladder: Ladder<R>,
  seen: Seen<R>,
  { now, ceiling, mute = [], up = UP_MS, most = MOST_UP_MS }: Step<R>,
): Ladder<R> {
  const carried = worseOf(scale, seen.rung, ceiling);
  if (isWorse(scale, ceiling, ladder.rung)) return { ...startLadder(ceiling), steady: now };
  if (ladder.trying) return judgeTry(scale, ladder, ladder.trying, { seen, carried, now, up });
  if (isWorse(scale, carried, ladder.rung)) {
    const below = ladder.below ?? now;
    if (!seen.urgent && now - below < DOWN_MS) return { ...ladder, below, steady: null };
    return { ...fallen(ladder, now, up), rung: carried };
  }
  const held = ladder.rose !== null && now - ladder.rose >= HELD_MS;
  const steady = ladder.steady ?? now;
  const calm = { ...ladder, below: null, steady, ...(held && { rose: null, wait: up }) };
  const next = scale[scale.indexOf(ladder.rung) - 1];
  if (next === undefined || isWorse(scale, ceiling, next) || now - steady < Math.min(calm.wait, most)) return calm;
  if (carried !== ladder.rung) return { ...calm, rung: next, steady: now, rose: now };
  const better = scale.slice(0, scale.indexOf(ladder.rung)).filter((rung) => !mute.includes(rung));
  const tried = better[better.length - 1];
  if (seen.urgent || tried === undefined || isWorse(scale, ceiling, tried)) return calm;
  return { ...calm, trying: { rung: tried, until: now + TRY_MS } };
}

/** A try ends as soon as it shows what it was for, or a voice suffers. */
function judgeTry<R>(
  scale: readonly R[],
  ladder: Ladder<R>,
  trying: { readonly rung: R; readonly until: number },
  {
    seen,
    carried,
    now,
    up,
  }: { readonly seen: Seen<R>; readonly carried: R; readonly now: number; readonly up: number },
): Ladder<R> {
  if (!isWorse(scale, carried, trying.rung)) {
    return { ...ladder, rung: trying.rung, trying: null, below: null, steady: now, rose: now };
  }
  if (seen.urgent) return { ...fallen({ ...ladder, rose: now }, now, up), rung: worseOf(scale, carried, ladder.rung) };
  if (now < trying.until) return ladder;
  if (isWorse(scale, ladder.rung, carried))
    return { ...ladder, rung: carried, trying: null, below: null, steady: now, rose: now };
  return { ...ladder, trying: null, below: isWorse(scale, carried, ladder.rung) ? now : null, steady: now };
}

function fallen<R>(ladder: Ladder<R>, now: number, up: number): Ladder<R> {
  const wait = ladder.rose !== null && now - ladder.rose < HELD_MS ? Math.min(MOST_UP_MS, 2 * ladder.wait) : up;
  return { ...ladder, trying: null, below: null, steady: now, rose: null, wait };
}

/** Whether a ladder stands where it may stand at best, with nothing tried and nothing doubted. */
export function isCalm<R>({ rung, trying, below }: Ladder<R>, ceiling: R): boolean {
  return rung === ceiling && trying === null && below === null;
}

/** The rung whose traffic runs now. */
export function runningRung<R>({ rung, trying }: Ladder<R>): R {
  return trying?.rung ?? rung;
}
