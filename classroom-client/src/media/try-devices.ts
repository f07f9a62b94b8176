import type { DeviceSource } from '@tongke/shared-types';
import type { Capture, Captured, CaptureProblem } from './capture.ts';
import { createStillCamera } from './still.ts';

/** What a room's devices are worth, before the lesson needs them. */
export interface Tried {
  readonly camera: 'fine' | CaptureProblem | null;
  readonly microphone: 'fine' | CaptureProblem;
  /** One picture from the camera, as an object URL; it stays on this device. */
  readonly picture: string | null;
}

/** A driver that hangs, or a question of the browser that nobody answers, must not keep a room from its lesson. */
const PATIENCE_MS = 8_000;
/** A picture is worth a short wait only: the camera is to be off again at once. */
const PICTURE_MS = 2_000;

/**
 * Opens microphone and camera for a moment, so that the browser asks for leave now and not in the middle of a turn, and
 * closes them again: the camera runs between start and end of a lesson only.
 */
export async function tryDevices(capture: Capture, withCamera: boolean): Promise<Tried> {
  const microphone = await within(capture, 'microphone');
  if (microphone.ok) microphone.track.stop();
  const heard = microphone.ok ? 'fine' : microphone.problem;
  if (!withCamera) return { camera: null, microphone: heard, picture: null };
  const camera = await within(capture, 'camera');
  if (!camera.ok) return { camera: camera.problem, microphone: heard, picture: null };
  const still = createStillCamera();
  const jpeg = await atMost(PICTURE_MS, still.take(camera.track));
  still.stop();
  camera.track.stop();
  const picture = jpeg && URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
  return { camera: 'fine', microphone: heard, picture };
}

/** A device that does not open in time is busy; should it open later, it is closed at once. */
async function within(capture: Capture, source: DeviceSource): Promise<Captured> {
  const opening = capture(source, null);
  const opened = await atMost(PATIENCE_MS, opening);
  if (opened) return opened;
  void opening.then((late) => late.ok && late.track.stop());
  return { ok: false, problem: 'busy' };
}

/** What the work answers, or null when it fails or takes longer. */
function atMost<T>(ms: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms, null);
    const done = (value: T | null) => {
      clearTimeout(timer);
      resolve(value);
    };
    work.then(done, () => done(null));
  });
}
