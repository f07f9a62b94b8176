/** After a restart of ICE this long is waited for a sign of life before everything is made anew, ms. */
const RESTART_MS = 5_000;
/** A first connection may take this long, ms: two round trips of ICE and two of DTLS, twice over on a bad link. */
const CONNECT_MS = 15_000;

/** What was tried for a connection that is silent, and when, ms; null while it is well. */
export interface Repair {
  readonly tried: 'nothing' | 'restart';
  readonly at: number;
}

export interface Sight {
  /** `new` before it has anything to do, `connecting` until something came through for the first time. */
  readonly health: 'new' | 'connecting' | 'alive' | 'silent';
  /** Signaling can be asked. */
  readonly up: boolean;
  readonly now: number;
}

export interface Step {
  readonly repair: Repair | null;
  readonly act: 'wait' | 'restart' | 'renew';
}

/**
 * [RC2] [RC3] What to do for one connection. Without signaling nothing is given up, and waiting does not count: what heals by itself may do
 * so, however long it takes. With it: ICE is restarted once, and if that does not help everything is made anew.
 */
export function nextRepair(repair: Repair | null, { health, up, now }: Sight): Step {
  if (health === 'new' || health === 'alive') return { repair: null, act: 'wait' };
  const since = repair ?? { tried: 'nothing', at: now };
  if (!up) return { repair: { ...since, at: now }, act: 'wait' };
  if (health === 'silent' && since.tried === 'nothing')
    return { repair: { tried: 'restart', at: now }, act: 'restart' };
  const patience = since.tried === 'restart' ? RESTART_MS : CONNECT_MS;
  return now - since.at < patience ? { repair: since, act: 'wait' } : { repair: null, act: 'renew' };
}
