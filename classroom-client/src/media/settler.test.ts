import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSettler } from './settler.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('kicks during a run lead to one more run, never to two at a time', async () => {
  let running = 0;
  let most = 0;
  const settle = vi.fn(async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 10));
    running -= 1;
    return true;
  });
  const settler = createSettler(settle);
  settler.kick();
  settler.kick();
  settler.kick();
  await vi.advanceTimersByTimeAsync(100);
  expect(settle).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});

test('[RC3] what did not work, or threw, is tried again a little later each time, 2 s apart at most', async () => {
  const settle = vi.fn(async () => {
    if (settle.mock.calls.length % 2) throw new Error('away');
    return false;
  });
  createSettler(settle, () => 1).kick();
  await vi.advanceTimersByTimeAsync(0);
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return settle.mock.calls.length;
  };
  expect([await after(300), await after(600), await after(1200), await after(2000), await after(2000)]).toEqual([
    2, 3, 4, 5, 6,
  ]);
});

test('a stopped settler stays stopped', async () => {
  const settle = vi.fn(async () => false);
  const settler = createSettler(settle);
  settler.kick();
  await vi.advanceTimersByTimeAsync(0);
  settler.stop();
  settler.kick();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(settle).toHaveBeenCalledTimes(1);
});

test('[RC3] a thousand screens that failed together come back one after the other', async () => {
  const at: number[] = [];
  for (let screen = 0; screen < 1_000; screen++) {
    let tries = 0;
    createSettler(async () => {
      tries += 1;
      if (tries === 2) at.push(Date.now());
      return tries === 2;
    }).kick();
  }
  const began = Date.now();
  await vi.advanceTimersByTimeAsync(300);
  expect(at).toHaveLength(1_000);
  for (let from = 150; from < 300; from += 30) {
    expect(at.filter((instant) => instant - began >= from && instant - began < from + 30).length).toBeLessThan(300);
  }
});
