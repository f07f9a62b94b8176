import type { Session } from './session.ts';

/** More than come back in the same instant when a whole county's link does: they say hello with the opening of their socket. */
const MAX_SILENT = 2_000;

/** [AC6] Keeps the connections that have not said hello to a number; the oldest go first. Forgets those that have. */
export function dropSilent(sessions: Set<Pick<Session, 'phase' | 'drop'>>, most = MAX_SILENT): void {
  if (sessions.size <= most) return;
  for (const session of sessions) if (session.phase.kind !== 'awaiting-hello') sessions.delete(session);
  for (const session of sessions) {
    if (sessions.size <= most) return;
    sessions.delete(session);
    session.drop();
  }
}
