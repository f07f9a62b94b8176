import type { IncomingMessage } from 'node:http';
import type { Arrival } from './secure-page.ts';

/** What proxies add to what they hand on. */
const MARKS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** How a request or handshake came in; nothing that a proxy claims is believed, but that it is one. */
export function arrivalOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): Arrival {
  return {
    encrypted: 'encrypted' in socket && socket.encrypted === true,
    remoteAddress: socket.remoteAddress,
    host: headers.host,
    forwarded: MARKS.some((name) => headers[name] !== undefined),
  };
}
