import { describe, expect, test } from 'vitest';
import type { Link } from './link.ts';
import { LinkModel } from './link-model.ts';
import { evenLoss } from './loss-chain.ts';

const PACKETS = 200_000;
const link = (settings: Partial<Link>): Link => ({ delayMs: 50, up: true, seed: 7, ...settings });
const toServer = (settings: Partial<Link>) => new LinkModel(link(settings), 'toServer');

/** Datagrams of 100 bytes, one each ms: what they took, or null where they were lost. */
function datagrams(model: LinkModel, count = PACKETS): (number | null)[] {
  return Array.from({ length: count }, (_, now) => {
    const [at] = model.datagram(100, now);
    return at === undefined ? null : at - now;
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** Lengths of the runs of lost packets. */
function bursts(took: readonly (number | null)[]): number[] {
  const lengths: number[] = [];
  took.forEach((one, at) => {
    if (one !== null) return;
    if (at > 0 && took[at - 1] === null) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(1);
  });
  return lengths;
}

describe('the model of a link', () => {
  test('does nothing but delay where nothing else is set, each way by its own', () => {
    const plain = link({ toClient: { delayMs: 120 } });
    expect(new LinkModel(plain, 'toServer').datagram(100, 1_000)).toEqual([1_050]);
    expect(new LinkModel(plain, 'toClient').datagram(100, 1_000)).toEqual([1_120]);
  });

  test('gives the same seed the same fate, and another seed another one', () => {
    const settings = { jitterMs: 10, loss: evenLoss(0.1), duplicated: 0.1, late: { share: 0.1, byMs: 80 } };
    const fate = (seed: number) => datagrams(toServer({ ...settings, seed }), 1_000);
    expect(fate(3)).toEqual(fate(3));
    expect(fate(3)).not.toEqual(fate(4));
  });

  test('draws jitter from an exponential distribution', () => {
    const took = datagrams(toServer({ jitterMs: 12 })).map((ms) => (ms ?? 0) - 50);
    expect(quantile(took, 0)).toBeGreaterThanOrEqual(0);
    expect(mean(took)).toBeCloseTo(12, 0);
    expect(quantile(took, 0.5)).toBeCloseTo(12 * Math.LN2, 0);
    expect(quantile(took, 0.99) / (12 * Math.log(100))).toBeCloseTo(1, 1);
  });

  test.each([
    { toBad: 0.01, toGood: 0.2, bad: 1, good: 0 },
    { toBad: 0.02, toGood: 0.5, bad: 0.6, good: 0.01 },
  ])('loses in bursts as Gilbert and Elliott say: $toBad, $toGood, $bad, $good', (loss) => {
    const took = datagrams(toServer({ loss }));
    const share = (loss.toGood * loss.good + loss.toBad * loss.bad) / (loss.toBad + loss.toGood);
    expect(took.filter((ms) => ms === null).length / PACKETS / share).toBeCloseTo(1, 1);
    // Only with certain loss in the bad state are bursts of loss and bad states the same.
    if (loss.bad === 1) expect(mean(bursts(took)) * loss.toGood).toBeCloseTo(1, 1);
  });

  test('loses evenly without bursts', () => {
    const took = datagrams(toServer({ loss: evenLoss(0.05) }));
    expect(took.filter((ms) => ms === null).length / PACKETS).toBeCloseTo(0.05, 2);
    expect(mean(bursts(took))).toBeCloseTo(1 / 0.95, 1);
  });

  test('lets no more through than its rate, after a first burst, and drops what its queue cannot hold', () => {
    const rate = { bytesPerSecond: 10_000, burstBytes: 1_000, queueBytes: 5_000 };
    const model = toServer({ rate });
    // Ten times as much as fits, for two seconds.
    const arrivals = datagrams(model, 2_000).flatMap((ms, now) => (ms === null ? [] : [ms + now]));
    expect(arrivals.filter((at) => at === 50 + arrivals.indexOf(at))).toHaveLength(11);
    for (const second of [0, 1, 2]) {
      const from = 50 + second * 500;
      const within = arrivals.filter((at) => at > from + 200 && at <= from + 700).length * 100;
      expect(Math.abs(within - 5_000)).toBeLessThanOrEqual(200);
    }
    // The queue holds half a second.
    expect(Math.max(...arrivals)).toBeLessThanOrEqual(50 + 2_000 + 520);
    expect(model.isFull(1_999)).toBe(true);
    expect(model.isFull(3_000)).toBe(false);
  });

  test('lets some come late, so that others overtake them, and some twice', () => {
    const late = datagrams(toServer({ late: { share: 0.002, byMs: 600 } }));
    expect(late.filter((ms) => ms === 650).length / PACKETS).toBeCloseTo(0.002, 3);
    expect(late.every((ms) => ms === 50 || ms === 650)).toBe(true);
    const twice = toServer({ duplicated: 0.1 });
    const copies = Array.from({ length: PACKETS }, (_, now) => twice.datagram(100, now).length);
    expect(mean(copies)).toBeCloseTo(1.1, 2);
  });

  test('carries no datagram while it is down, and holds a stream back until the outage is over', () => {
    const outages = [
      { from: 100, until: 300 },
      { from: 300, until: 400 },
    ];
    const model = toServer({ outages });
    expect(model.datagram(100, 99)).toEqual([149]);
    expect(model.datagram(100, 100)).toEqual([]);
    expect(model.datagram(100, 400)).toEqual([450]);
    expect(model.segment(100, 250)).toBe(450);
    expect(toServer({ up: false }).datagram(100, 0)).toEqual([]);
  });

  test('turns the loss of a segment into the time until it is sent again', () => {
    const model = toServer({ delayMs: 300, loss: evenLoss(0.2) });
    const took = Array.from({ length: PACKETS }, (_, now) => model.segment(100, now) - now);
    // A round trip of 600: sent again after 900, then 1,800 more.
    for (const [ms, share] of [
      [300, 0.8],
      [1_200, 0.16],
      [3_000, 0.032],
    ] as const) {
      expect(took.filter((one) => one === ms).length / PACKETS / share).toBeCloseTo(1, 1);
    }
    expect(toServer({ delayMs: 1, loss: { toBad: 1, toGood: 1, good: 0, bad: 1 } }).segment(100, 0)).toBe(1);
    const once = toServer({ delayMs: 1, loss: { toBad: 1, toGood: 1, good: 1, bad: 0 } });
    expect(once.segment(100, 0)).toBe(201);
  });
});
