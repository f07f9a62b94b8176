import { type Logger, pino } from 'pino';

/**
 * One JSON object a line on stdout. error: somebody must act; warn: went wrong and mended itself; info: one line for
 * each step in the life of a server, a lesson or a link; debug: the rest. Never a name, a code or a token.
 */
export type Log = Logger;

/**
 * The server's log; level as pino names them. It goes through Node's own stream: pino's writes again and again to a launcher
 * that is gone, and the server would never end.
 */
export function createLog(level: string): Log {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => {});
  return pino({ name: 'signaling', level }, { write: (line) => process.stdout.write(line) });
}
