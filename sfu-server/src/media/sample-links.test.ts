import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silentLog } from '../testing/silent-log.ts';
import { sampleLinks } from './sample-links.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[WL5] links are looked at every second, never twice at once, whatever goes wrong, and no longer than wanted', async () => {
  let ended: (error?: Error) => void = () => {};
  const sample = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        ended = (error) => (error ? reject(error) : resolve());
      }),
  );
  const stop = sampleLinks({ sample }, silentLog);
  await vi.advanceTimersByTimeAsync(999);
  expect(sample).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(60_001);
  expect(sample).toHaveBeenCalledTimes(1);
  ended(new Error('a worker is gone'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sample).toHaveBeenCalledTimes(2);
  ended();
  await vi.advanceTimersByTimeAsync(0);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sample).toHaveBeenCalledTimes(2);
});
