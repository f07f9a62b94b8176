import { expect, test } from 'vitest';
import { lessonBytes, PLAN, turnCost } from './lesson-bytes.ts';

test('a lesson costs its turns, its ink and the quiet time between', () => {
  const rates = { perTurn: 20, perInkSecond: 1_000, perQuietSecond: 10 };
  expect(lessonBytes(rates, { seconds: 100, pages: 3, inkSeconds: 10 })).toBe(3 * 20 + 10 * 1_000 + 90 * 10);
});

test('where every second costs the same, the plan’s ink makes no difference', () => {
  const rates = { perTurn: 0, perInkSecond: 7, perQuietSecond: 7 };
  expect(lessonBytes(rates, PLAN)).toBe(7 * PLAN.seconds);
});

test('a turn costs what came beyond quiet seconds, and never less than nothing', () => {
  expect(turnCost({ bytes: 1_300, seconds: 30, turns: 10, perQuietSecond: 10 })).toBe(100);
  expect(turnCost({ bytes: 100, seconds: 30, turns: 10, perQuietSecond: 10 })).toBe(0);
});
