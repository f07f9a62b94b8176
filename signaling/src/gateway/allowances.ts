import type { Session } from './session.ts';
import type { Allowance } from './token-bucket.ts';

/** Everybody who has no seat yet, together: a school that comes back at once fits, a flood does not. */
export const STRANGERS: Allowance = { burst: 3_000, perSecond: 1_000 };

const STAFF: Allowance = { burst: 300, perSecond: 100 };
const TABLET: Allowance = { burst: 40, perSecond: 10 };

/** [AC6] What one connection may send. Setting up media takes staff and boards many small messages. */
export function allowanceOf({ phase }: Session): Allowance {
  if (phase.kind === 'awaiting-hello') return TABLET;
  return phase.actor.role === 'pupil' || phase.actor.role === 'guest' ? TABLET : STAFF;
}

/** True while a connection counts against the strangers' common budget. */
export function isStranger({ phase }: Session): boolean {
  return phase.kind === 'awaiting-hello' || (phase.kind === 'joined' && phase.actor.role === 'guest');
}
