import { expect, test } from 'vitest';
import { atLeast, betterClock, measureClock, UNKNOWN_CLOCK } from './clock.ts';

test('the server read its clock half a round trip ago', () => {
  expect(measureClock(1000, 1200, 5000)).toEqual({ offset: 3900, roundTrip: 200 });
});

test('the first measurement is believed, then only one with a smaller round trip', () => {
  const slow = measureClock(0, 400, 1000);
  const quick = measureClock(0, 20, 830);
  expect(betterClock(UNKNOWN_CLOCK, slow)).toBe(slow);
  expect(betterClock(slow, quick)).toBe(quick);
  expect(betterClock(quick, slow)).toBe(quick);
});

test('a device whose clock was set meanwhile believes the new measurement', () => {
  const before = measureClock(0, 20, 1000);
  const after = measureClock(3_600_000, 3_600_300, 5000);
  expect(betterClock(before, after)).toBe(after);
});

test('a message that carries the server time moves a clock that is behind', () => {
  const clock = { offset: 100, roundTrip: 500 };
  expect(atLeast(clock, 1300, 1000).offset).toBe(300);
  expect(atLeast(clock, 1050, 1000)).toBe(clock);
});
