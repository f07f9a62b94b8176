import type { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../guard/session-cookie-name.ts';
import { Strangers } from '../guard/strangers.ts';
import { type Allowance, TokenBucket } from '../guard/token-bucket.ts';

/** A page asks a handful of things at once; a board that waits to be paired asks every 2 s. */
const CONNECTION: Allowance = { burst: 100, perSecond: 20 };
/** All requests together. 500 boards that wait to be paired ask 250 times a second. */
const EVERYBODY: Allowance = { burst: 1_000, perSecond: 500 };

/** [AC6] Says of each request whether it is within its connection's allowance and everybody's, before anything is looked up. */
export function requestPace(now: () => number): (request: FastifyRequest) => boolean {
  const connections = new WeakMap<Socket, TokenBucket>();
  const everybody = new Strangers(EVERYBODY, EVERYBODY, now);
  return ({ raw: { socket }, cookies, headers }) => {
    const bucket = connections.get(socket) ?? new TokenBucket(CONNECTION, now);
    connections.set(socket, bucket);
    const saysToBeKnown = cookies[SESSION_COOKIE] !== undefined || headers.authorization !== undefined;
    return bucket.take() && everybody.take(saysToBeKnown);
  };
}
