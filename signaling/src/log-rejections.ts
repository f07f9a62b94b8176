import type { EventEmitter } from 'node:events';
import type { Log } from './log.ts';

/** A promise that fails unheard is a bug of one step; it is logged as such, and must not end every lesson with the process. */
export function logRejections(log: Log, from: EventEmitter = process): void {
  from.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed and nobody was listening'));
}
