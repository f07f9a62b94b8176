import { atMost } from './at-most.ts';
import type { Captured } from './capture.ts';

/** A driver that hangs, or a question of the browser that nobody answers, must not keep a room from its lesson. */
const PATIENCE_MS = 8_000;

/** A device that does not open in time is busy; should it open later, it is closed at once. */
export async function openInTime(opening: Promise<Captured>): Promise<Captured> {
  const opened = await atMost(PATIENCE_MS, opening);
  if (opened) return opened;
  void opening.then((late) => late.ok && late.track.stop());
  return { ok: false, problem: 'busy' };
}
