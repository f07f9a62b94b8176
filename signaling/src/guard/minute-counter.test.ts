import { expect, test } from 'vitest';
import { MinuteCounter } from './minute-counter.ts';

test('[AC5] a minute’s count forgets what is older, second by second', () => {
  let now = 1_700_000_000_000;
  const counter = new MinuteCounter(() => now);
  for (let second = 0; second < 90; second += 1) {
    counter.add();
    counter.add();
    now += 1_000;
  }
  expect(counter.count).toBe(2 * 59);
  now += 30_000;
  expect(counter.count).toBe(2 * 29);
  now += 3_600_000;
  expect(counter.count).toBe(0);
});
