import { expect, test } from 'vitest';
import { createSilentWhenAway } from './silent-when-away.ts';

const BOTH = { camera: true, microphone: true };

test('[FL9] a board that is cut off closes its microphone when its turn ends for that, and not before', () => {
  let now = 0;
  const silentWhenAway = createSilentWhenAway(() => now);
  const at = (time: number, online: boolean) => {
    now = time;
    return silentWhenAway(BOTH, online).microphone;
  };
  expect([at(0, true), at(1_000, false), at(6_000, false), at(10_999, false)]).toEqual([true, true, true, true]);
  expect(silentWhenAway(BOTH, false).camera).toBe(true);
  expect([at(11_000, false), at(60_000, false), at(61_000, true)]).toEqual([false, false, true]);
  // Each cut counts by itself: a server that restarts every now and then silences nobody.
  expect([at(62_000, false), at(70_000, false), at(71_000, true), at(72_000, false)]).toEqual([true, true, true, true]);
});
