import { describe, expect, it } from 'vitest';
import { boundedMeasures, type MeasuredLink } from './bounded-measures.ts';
import { LinkEstimate } from './link-estimate.ts';

const START = 1_700_000_000_000;

describe('what is known of a link', () => {
  it('[BZ13] is nothing before a ping came back, and nothing of pings that are older than five minutes', () => {
    const link = new LinkEstimate();
    expect(link.quality(START)).toBeNull();
    link.add(80, START, 'page');
    expect(link.quality(START + 299_000)).toMatchObject({ least: 80, p95: 80 });
    expect(link.quality(START + 302_000)).toBeNull();
  });

  it('[BZ13] is the least and the 95 % of the newest pings', () => {
    const link = new LinkEstimate();
    for (let n = 0; n < 30; n += 1) link.add(1, START, 'page');
    for (let n = 1; n <= 128; n += 1) link.add(100 + n, START + n, 'page');
    expect(link.quality(START + 1000)).toEqual({ least: 101, p95: 222, heldBack: false });
  });

  it('[BZ13] the browser’s own answers bound the page’s, and show one that holds them back', () => {
    const link = new LinkEstimate();
    link.add(60.5, START, 'browser');
    link.add(85, START, 'page');
    expect(link.quality(START)).toEqual({ least: 60.5, p95: 85, heldBack: false });
    link.add(5_000, START, 'page');
    expect(link.quality(START)).toMatchObject({ least: 60.5, p95: 4095.9375 });
    const late = new LinkEstimate();
    late.add(60, START, 'browser');
    late.add(86, START, 'page');
    expect(late.quality(START)).toMatchObject({ least: 60, heldBack: true });
  });
});

describe('what a link is believed to be', () => {
  const link = (least: number, p95: number, more: Partial<MeasuredLink> = {}): MeasuredLink => {
    return { classroomId: 'r1', least, p95, heldBack: false, path: 'both', late: 0, ...more };
  };

  it('[BZ13] J is 2·(p95 − m) within 25 and 112 ms', () => {
    const measures = boundedMeasures([link(100, 101), link(100, 150), link(100, 300)]);
    expect(measures.map(({ slack }) => slack)).toEqual([25, 100, 112]);
    expect(measures[0]).toEqual({ least: 100, slack: 25, alone: false, path: 'both', late: 0 });
  });

  it('[BZ13] no link is farther than the median of its room’s others and 40 ms; pretending to be gains nothing', () => {
    const [honest, far] = boundedMeasures([link(100, 300), link(500, 700), link(110, 300)]);
    expect(honest).toMatchObject({ least: 100, slack: 112 });
    expect(far).toMatchObject({ least: 145, slack: 42 });
  });

  it('[BZ13] alone in its room, or holding its answers back: 25 ms', () => {
    const measures = boundedMeasures([
      link(100, 300, { classroomId: 'r2' }),
      link(90, 300, { heldBack: true }),
      link(95, 300),
    ]);
    expect(measures.map(({ alone, slack }) => [alone, slack])).toEqual([
      [true, 25],
      [false, 25],
      [false, 112],
    ]);
  });
});
