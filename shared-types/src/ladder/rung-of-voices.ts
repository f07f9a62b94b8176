import { SUFFERS, UNHEARD } from './rung-of.ts';
import type { Rung } from './rungs.ts';
import type { Seen } from './step-ladder.ts';

/**
 * [WL2] While no picture runs the congestion control counts nothing but the beacon's few packets: what it says of loss and of what
 * fits says little of a voice. The screen's ear is all there is. `concealment`: the made-up share of the voice, 0 to 1, null where nobody has said.
 */
export function rungOfVoices(running: Rung, concealment: number | null): Seen<Rung> {
  const madeUp = concealment ?? 0;
  if (madeUp >= UNHEARD) return { rung: 'F', urgent: false };
  return { rung: madeUp >= SUFFERS && running === 'D' ? 'E' : running, urgent: false };
}
