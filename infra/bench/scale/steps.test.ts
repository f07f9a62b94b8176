import { expect, it } from 'vitest';
import { isServed, mostBoards, nextBoards, type Step } from './steps.ts';

const LIMITS = { busy: 0.8, loss: 0.001 };
const step = (boards: number, busy: number, loss = 0): Step => ({ boards, busy, loss });

it('serves up to the share of the cores, and below the loss', () => {
  expect(isServed(step(10, 0.8), LIMITS)).toBe(true);
  expect(isServed(step(10, 0.81), LIMITS)).toBe(false);
  expect(isServed(step(10, 0.1, 0.001), LIMITS)).toBe(false);
});

it('goes on in wide steps while the cores have much left, and in single ones near the end', () => {
  expect(nextBoards([], 10, LIMITS)).toBe(50);
  expect(nextBoards([step(50, 0.1)], 10, LIMITS)).toBe(100);
  expect(nextBoards([step(50, 0.1), step(100, 0.2)], 10, LIMITS)).toBe(200);
  expect(nextBoards([step(50, 0.1), step(250, 0.5)], 10, LIMITS)).toBe(310);
  expect(nextBoards([step(50, 0.1), step(280, 0.57)], 10, LIMITS)).toBe(290);
  expect(nextBoards([step(50, 0.1), step(300, 0.78)], 10, LIMITS)).toBe(310);
  expect(nextBoards([step(50, 0.1), step(100, 0.09)], 10, LIMITS)).toBe(110);
});

it('ends where the line between the last two steps crosses the share of the cores', () => {
  expect(mostBoards([step(10, 0.1), step(300, 0.78), step(310, 0.82)], LIMITS)).toBeCloseTo(305);
});

it('ends at the step before a loss', () => {
  expect(mostBoards([step(300, 0.7), step(310, 0.85, 0.01)], LIMITS)).toBe(300);
});

it('fails where the first step is too much, and where none is', () => {
  expect(() => mostBoards([step(10, 0.9)], LIMITS)).toThrow('Not even 10');
  expect(() => mostBoards([step(10, 0.1)], LIMITS)).toThrow('did not fill');
  expect(() => mostBoards([], LIMITS)).toThrow('did not fill');
});
