import { describe, expect, test } from 'vitest';
import { type UplinkSample, uplinkRungOf } from './uplink-rung-of.ts';

const CALM: UplinkSample = { available: 2_000_000, received: 600_000, loss: 0, score: 10 };

describe('[WL4] what a classroom’s uplink carries of its camera', () => {
  test.each([
    [{}, 'full'],
    [{ available: null }, 'full'],
    [{ available: 300_000 }, 'low'],
    [{ available: 150_000 }, 'still'],
    [{ available: 50_000 }, 'none'],
    [{ loss: 0.05 }, 'low'],
    [{ loss: 0.15 }, 'still'],
    [{ loss: 0.3 }, 'none'],
    [{ score: 4 }, 'low'],
    // The voice arrives, the picture does not.
    [{ score: 0, received: 42_000 }, 'still'],
    // A camera that has only begun.
    [{ score: 0, received: 0 }, 'low'],
    [{ score: null }, 'full'],
  ])('%o is %s', (sample, rung) => {
    expect(uplinkRungOf({ ...CALM, ...sample }).rung).toBe(rung);
  });

  test('nothing is waited for where the voice itself suffers', () => {
    expect(uplinkRungOf({ ...CALM, loss: 0.3 }).urgent).toBe(true);
    expect(uplinkRungOf({ ...CALM, available: 40_000 }).urgent).toBe(true);
    expect(uplinkRungOf({ ...CALM, available: 60_000 }).urgent).toBe(false);
  });
});
