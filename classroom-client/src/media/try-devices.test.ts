import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Capture, Captured } from './capture.ts';
import { tryDevices } from './try-devices.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
// A picture that never comes.
vi.mock('./still.ts', () => ({
  createStillCamera: () => ({ take: () => new Promise(() => undefined), stop: () => undefined }),
}));

function track() {
  const stop = vi.fn();
  return { stop, captured: { ok: true, track: { stop } as unknown as MediaStreamTrack } satisfies Captured };
}

test('[LS2] a trial closes microphone and camera again, even where no picture comes', async () => {
  const devices = { microphone: track(), camera: track() };
  const trying = tryDevices(async (source) => devices[source].captured, true);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await trying).toEqual({ camera: 'fine', microphone: 'fine', picture: null });
  expect(devices.microphone.stop).toHaveBeenCalledOnce();
  expect(devices.camera.stop).toHaveBeenCalledOnce();
});

test('a device that hangs is busy after eight seconds, and is closed when it opens after all', async () => {
  const late = track();
  let open: (captured: Captured) => void = () => undefined;
  const hangs: Capture = () => new Promise((resolve) => (open = resolve));
  const trying = tryDevices(hangs, false);
  await vi.advanceTimersByTimeAsync(7_900);
  await vi.advanceTimersByTimeAsync(200);
  expect(await trying).toEqual({ camera: null, microphone: 'busy', picture: null });
  open(late.captured);
  await vi.advanceTimersByTimeAsync(0);
  expect(late.stop).toHaveBeenCalledOnce();
});
