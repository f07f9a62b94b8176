import type { CaptureProblem } from '../../media/capture.ts';

/** What is wrong with a camera or a microphone, and what to do. */
export const SOURCE_WORD = {
  camera: { refused: 'teach.cameraRefused', busy: 'teach.cameraBusy', missing: 'teach.cameraMissing' },
  microphone: { refused: 'teach.microphoneRefused', busy: 'teach.microphoneBusy', missing: 'teach.microphoneMissing' },
} as const;

/** Whether a source cannot run until somebody helps. */
export function isProblem(state: string): state is CaptureProblem {
  return state in SOURCE_WORD.camera;
}
