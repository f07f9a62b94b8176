import { atMost } from './at-most.ts';
import type { Capture, CaptureProblem } from './capture.ts';
import { openInTime } from './open-in-time.ts';
import { createStillCamera } from './still.ts';

/** What a room's devices are worth, before the lesson needs them. */
export interface Tried {
  readonly camera: 'fine' | CaptureProblem | null;
  readonly microphone: 'fine' | CaptureProblem;
  /** One picture from the camera, as an object URL; it stays on this device. */
  readonly picture: string | null;
}

/** A picture is worth a short wait only: the camera is to be off again at once. */
const PICTURE_MS = 2_000;

/**
 * Opens microphone and camera for a moment, so that the browser asks for leave now and not in the middle of a turn, and
 * closes them again: the camera runs between start and end of a lesson only.
 */
export async function tryDevices(capture: Capture, withCamera: boolean): Promise<Tried> {
  const microphone = await openInTime(capture('microphone', null));
  if (microphone.ok) microphone.track.stop();
  const heard = microphone.ok ? 'fine' : microphone.problem;
  if (!withCamera) return { camera: null, microphone: heard, picture: null };
  const camera = await openInTime(capture('camera', null));
  if (!camera.ok) return { camera: camera.problem, microphone: heard, picture: null };
  const still = createStillCamera();
  const jpeg = await atMost(PICTURE_MS, still.take(camera.track));
  still.stop();
  camera.track.stop();
  const picture = jpeg && URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
  return { camera: 'fine', microphone: heard, picture };
}
