import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeTrack } from '../testing/fake-engine.ts';
import { createStillRider } from './still-rider.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Pictures are numbered; a beat comes every 2.5 s. */
function start() {
  let taken = 0;
  const camera = {
    take: vi.fn(async () => {
      taken += 1;
      return Uint8Array.of(taken);
    }),
    stop: vi.fn(),
  };
  const now = { track: fakeTrack('video') as MediaStreamTrack | null, wants: true };
  const rider = createStillRider({ camera, track: () => now.track, wants: () => now.wants });
  const beat = async (ms = 2_500) => {
    await vi.advanceTimersByTimeAsync(ms);
    return rider.ride()?.jpeg[0] ?? null;
  };
  return { camera, now, rider, beat };
}

test('[RS15] every second beat carries a still, taken just before it', async () => {
  const { beat, camera, rider } = start();
  rider.changed();
  expect([await beat(), await beat(), await beat(), await beat()]).toEqual([1, null, 2, null]);
  await vi.advanceTimersByTimeAsync(2_050);
  expect(camera.take).toHaveBeenCalledTimes(2);
  expect(await beat(450)).toBe(3);
  rider.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(camera.take).toHaveBeenCalledTimes(3);
});

test('[FL7] a still that was taken before the camera was covered does not leave the room', async () => {
  const { beat, now, rider } = start();
  rider.changed();
  await vi.advanceTimersByTimeAsync(2_000);
  const { track } = now;
  now.track = null;
  expect(await beat(500)).toBeNull();
  now.track = fakeTrack('video');
  expect(await beat()).toBeNull();
  now.track = track;
  rider.changed();
  expect(await beat()).not.toBeNull();
});

test('while its video is shown a room takes no stills, and goes on when it is not', async () => {
  const { beat, now, camera } = start();
  now.wants = false;
  expect([await beat(), await beat(), await beat(), await beat()]).toEqual([null, null, null, null]);
  expect(camera.take).not.toHaveBeenCalled();
  now.wants = true;
  expect([await beat(), await beat()]).toContain(1);
});

test('without beats pictures replace each other, and the latest leaves', async () => {
  const { beat } = start();
  expect(await beat(20_100)).toBe(4);
  expect(await beat(100)).toBeNull();
});
