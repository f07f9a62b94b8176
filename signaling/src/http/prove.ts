import { type Refused, type RouteAccess, refuse } from '@tongke/shared-types';
import type { FastifyRequest } from 'fastify';
import { isSameOrigin } from '../guard/same-origin.ts';
import { SESSION_COOKIE } from '../guard/session-cookie-name.ts';
import type { Device } from '../store/catalogue.ts';
import type { Catalogue } from '../store/catalogue-stores.ts';
import type { Staff } from './handlers.ts';

/** Who makes a request, as far as its route wants to know. */
export type Proven = { readonly staff?: Staff; readonly board?: Device };

/** [HT2] [HT5] Asks a request for what its route demands: a board's token, or a session of the right role from our own page. */
export async function prove(
  request: FastifyRequest,
  access: RouteAccess,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: () => number },
): Promise<Proven | Refused> {
  const { origin, host, authorization } = request.headers;
  const changes = request.method !== 'GET';
  if (changes && origin !== undefined && !isSameOrigin(origin, host)) return refuse('not-allowed');
  if (access === 'anyone') return {};
  if (access === 'board') {
    const token = /^Bearer ([A-Za-z0-9_-]{22,128})$/.exec(authorization ?? '')?.[1];
    const board = token === undefined ? null : await catalogue.devices.byToken(token);
    return board?.kind === 'board' ? { board } : refuse(token === undefined ? 'not-signed-in' : 'board/removed');
  }
  const cookie = request.cookies[SESSION_COOKIE];
  const session = cookie === undefined ? null : await catalogue.sessions.byToken(cookie, now());
  if (!session) return refuse('not-signed-in');
  if (changes && origin === undefined) return refuse('not-allowed');
  const { account, sessionId } = session;
  const allowed = access.includes(account.role) || (account.operator && access.includes('operator'));
  return allowed ? { staff: { ...account, sessionId } } : refuse('not-allowed');
}
