import type { FastifyRequest } from 'fastify';
import type { Arrival } from '../guard/secure-page.ts';

/** How a request came in; nothing that a proxy may claim is believed. */
export function arrivalOf(request: FastifyRequest): Arrival {
  const { socket } = request.raw;
  return {
    encrypted: 'encrypted' in socket && socket.encrypted === true,
    remoteAddress: socket.remoteAddress,
    host: request.headers.host,
  };
}
