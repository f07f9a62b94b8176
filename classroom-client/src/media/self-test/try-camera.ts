import type { Measures } from '@tongke/shared-types';
import type { Capture } from '../capture.ts';
import { openInTime } from '../open-in-time.ts';

/** Opens the camera for a moment and closes it again. */
export async function tryCamera(capture: Capture): Promise<Measures['camera']> {
  const opened = await openInTime(capture('camera', null));
  if (!opened.ok) return opened.problem;
  opened.track.stop();
  return 'fine';
}
