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
 *
 * It goes through Node's own stream: pino's writes again and again to a launcher that is gone, and the server would never end.
 */
export function createLog(level: string): Log {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => {});
  return pino({ level, base: { server: 'sfu' } }, { write: (line) => process.stdout.write(line) });
}
