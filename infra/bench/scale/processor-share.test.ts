import { expect, it } from 'vitest';
import { busyShare, timesOf } from './processor-share.ts';

const STAT = 'cpu  100 10 50 800 40 1 9 5 7 3\ncpu0 50 5 25 400 20 1 4 2 3 1\nintr 12\n';

it('reads what all cores did', () => {
  expect(timesOf(STAT)).toEqual({ busy: 175, all: 1_015 });
  expect(timesOf('nothing').busy).toBeNaN();
});

it('is the busy share of the time between', () => {
  expect(busyShare({ busy: 100, all: 1_000 }, { busy: 180, all: 1_100 })).toBeCloseTo(0.8);
});
