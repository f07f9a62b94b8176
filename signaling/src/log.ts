import { type Logger, pino } from 'pino';

/**
 * One JSON object a line on stdout. error: somebody must act; warn: went wrong and mended itself; info: one line for
 * each step in the life of a server, a lesson or a link; debug: the rest. Never a name, a code or a token.
 */
export type Log = Logger;

/** The server's log; level as pino names them. */
export function createLog(level: string): Log {
  return pino({ name: 'signaling', level });
}
