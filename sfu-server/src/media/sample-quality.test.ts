import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../testing/silent-log.ts';
import { sampleQuality } from './sample-quality.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[MD5] lessons are measured every 10 s, never twice at once, whatever goes wrong, and no longer than wanted', async () => {
  let ended: (error?: Error) => void = () => {};
  const measure = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        ended = (error) => (error ? reject(error) : resolve());
      }),
  );
  const stop = sampleQuality({ measure }, silentLog);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(measure).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(60_001);
  expect(measure).toHaveBeenCalledTimes(1);
  ended(new Error('a worker is gone'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(measure).toHaveBeenCalledTimes(2);
  ended();
  await vi.advanceTimersByTimeAsync(0);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(measure).toHaveBeenCalledTimes(2);
});
