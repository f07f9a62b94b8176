import type { DeviceSource } from '@tongke/shared-types';

/** Why there is no picture or sound, as the lesson reports it. */
export type CaptureProblem = 'refused' | 'busy' | 'missing';

export type Captured =
  | { readonly ok: true; readonly track: MediaStreamTrack }
  | { readonly ok: false; readonly problem: CaptureProblem };

/** Opens one camera or microphone; a refusal of any kind is a value. */
export type Capture = (source: DeviceSource, deviceId: string | null) => Promise<Captured>;

interface CameraSize {
  readonly width: number;
  readonly height: number;
}

/** Captures from the browser's devices; the camera at most this large. */
export function browserCapture({ width, height }: CameraSize): Capture {
  const wanted = {
    camera: { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: 20, max: 24 } },
    microphone: { channelCount: { ideal: 1 }, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  };
  return async (source, deviceId) => {
    const constraints = { ...wanted[source], ...(deviceId ? { deviceId: { ideal: deviceId } } : {}) };
    return open(source === 'camera' ? { video: constraints } : { audio: constraints });
  };
}

/** A microphone as it is: with echo cancellation it would not hear the own loudspeaker, and without noise there would be nothing to tell it from a dead one. */
export function rawMicrophone(deviceId: string | null): Promise<Captured> {
  const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  return open({ audio: { ...raw, ...(deviceId ? { deviceId: { ideal: deviceId } } : {}) } });
}

async function open(constraints: MediaStreamConstraints): Promise<Captured> {
  // Without a secure page there is no such thing as a camera.
  if (!navigator.mediaDevices?.getUserMedia) return { ok: false, problem: 'refused' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    const [track] = stream.getTracks();
    return track ? { ok: true, track } : { ok: false, problem: 'missing' };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** What a browser's exception means to a person. */
export function problemOf(error: unknown): CaptureProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}
