import { pino } from 'pino';

export type Log = pino.Logger;

/**
 * The server's log, one JSON object a line on stdout.
 *
 * What each level means here:
 *   fatal  the server stops; the message says what to mend;
 *   error  a bug, or media lost for somebody: a worker died, an exception nobody expected;
 *   warn   something from outside was refused or odd: wrong secret, parameters that the media worker refused;
 *   info   one line for each change in life: up, down, link opened or lost, lesson opened or closed, worker started;
 *   debug  one line for each verb and notice.
 */
export function createLog(level: string): Log {
  return pino({ level, base: { server: 'sfu' } });
}
