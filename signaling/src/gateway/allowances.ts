import { SESSION_COOKIE } from '../guard/session-cookie-name.ts';
import type { Allowance, TokenBucket } from '../guard/token-bucket.ts';
import { cookieOf } from './cookie.ts';
import type { Session } from './session.ts';

/** Everybody who has no seat yet, together: a school that comes in at once fits, a flood does not. */
export const STRANGERS: Allowance = { burst: 3_000, perSecond: 1_000 };

/** Those who say to be known, together: after a restart every tablet of a full lesson comes back within seconds, some of them twice. */
export const RETURNING: Allowance = { burst: 10_000, perSecond: 1_000 };

const STAFF: Allowance = { burst: 300, perSecond: 100 };
const TABLET: Allowance = { burst: 40, perSecond: 10 };

/** [TW7] Silent words to the other teacher: as many as a person taps, and for the lead teacher one to every classroom. */
const WORDS_OF_LEAD: Allowance = { burst: 60, perSecond: 1 };
const WORDS_OF_ASSISTANT: Allowance = { burst: 8, perSecond: 0.1 };

/** [PR3] Applause of one board or phone. */
const APPLAUSE: Allowance = { burst: 3, perSecond: 0.2 };

/** [IK2] What one person draws, erases and takes back: faster than a hand writes, too slow to fill the log. */
const INK: Allowance = { burst: 60, perSecond: 5 };

/** [BR8] Calls of a tablet to its board, and answers of a board whose whole class calls. */
const CALLS: Allowance = { burst: 5, perSecond: 0.2 };
const CALLS_ANSWERED: Allowance = { burst: 200, perSecond: 10 };

/** [AC6] What one person, or one connection of nobody yet, may send. Setting up media takes staff and boards many small messages. */
export function allowanceOf({ phase }: Session): Allowance {
  if (phase.kind === 'awaiting-hello') return TABLET;
  const { role } = phase.actor;
  return role === 'pupil' || role === 'shared' || role === 'guest' ? TABLET : STAFF;
}

/** [AC6] Against which bucket a message counts: of whom is known in a lesson the person's own, which no reconnection fills again. */
export function bucketOf(session: Session, own: () => TokenBucket): TokenBucket {
  const { phase } = session;
  // A guest is whoever a made-up key says: it would have a new bucket for each.
  if (phase.kind !== 'joined' || phase.actor.role === 'guest') return own();
  return phase.hall.pace(phase.actor, allowanceOf(session));
}

/** [TW7] True when this person may say one more word to the other teacher now. */
export function mayAddWord({ actor, hall }: Extract<Session['phase'], { kind: 'joined' }>): boolean {
  return hall.pace(actor, actor.role === 'lead' ? WORDS_OF_LEAD : WORDS_OF_ASSISTANT, 'words').take();
}

/** [PR3] True when this board or phone may clap once more now. */
export function mayClap({ actor, hall }: Extract<Session['phase'], { kind: 'joined' }>): boolean {
  return hall.pace(actor, APPLAUSE, 'applause').take();
}

/** [IK2] True when this person may change a page's ink once more now. */
export function mayInk({ actor, hall }: Extract<Session['phase'], { kind: 'joined' }>): boolean {
  return hall.pace(actor, INK, 'ink').take();
}

/** [BR8] True when this tablet may call its board once more now, or this board answer. */
export function mayCall({ actor, hall }: Extract<Session['phase'], { kind: 'joined' }>): boolean {
  return hall.pace(actor, actor.role === 'board' ? CALLS_ANSWERED : CALLS, 'direct').take();
}

/** True while a connection counts against the strangers' common budget. */
export function isStranger({ phase }: Session): boolean {
  return phase.kind === 'awaiting-hello' || (phase.kind === 'joined' && phase.actor.role === 'guest');
}

/** Whether a hello names something that only somebody known has: a session, a paired device, an own seat. It need not be true. */
export function saysToBeKnown({ cookies }: Session, body: unknown): boolean {
  const { credentials } = (body ?? {}) as { credentials?: { as?: unknown; by?: { kind?: unknown } | null } | null };
  if (credentials?.as === 'lead' || credentials?.as === 'second') return cookieOf(cookies, SESSION_COOKIE) !== null;
  return credentials?.as === 'board' || credentials?.as === 'phone' || credentials?.by?.kind === 'seat';
}
