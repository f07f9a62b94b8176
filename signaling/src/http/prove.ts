import { type Refused, type RouteAccess, refuse, TEAM_SIZE } from '@tongke/shared-types';
import type { FastifyRequest } from 'fastify';
import type { Seated } from '../blobs/lesson-window.ts';
import { arrivalOf } from '../guard/arrival.ts';
import { isSameOrigin } from '../guard/same-origin.ts';
import { isSecurePage } from '../guard/secure-page.ts';
import { SESSION_COOKIE } from '../guard/session-cookie-name.ts';
import type { Device } from '../store/catalogue.ts';
import type { Staff } from './handlers.ts';
import type { HttpDeps } from './http-deps.ts';
import { isRefused } from './is-refused.ts';

/** Who makes a request, as far as its route wants to know. */
export type Proven = { readonly staff?: Staff; readonly board?: Device; readonly seat?: Seated };

type ProveDeps = Pick<HttpDeps, 'catalogue' | 'now' | 'lessons'>;

const BEARER = /^Bearer ([A-Za-z0-9_-]{22,128})$/;
const SEAT = /^Seat ([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22,64})$/;

/**
 * [HT1] [HT2] [HT5] Asks a request for what its route demands: a board's token, a tablet's seat, or a session of the right role from
 * our own page. All but seats come over a secure page.
 */
export async function prove(request: FastifyRequest, access: RouteAccess, deps: ProveDeps): Promise<Proven | Refused> {
  const { origin, host, authorization = '' } = request.headers;
  const bySeat = access === 'seat' || (access === 'viewer' && authorization.startsWith('Seat '));
  if (!bySeat && !isSecurePage(arrivalOf(request.raw))) return refuse('insecure-page');
  const changes = request.method !== 'GET';
  if (changes && origin !== undefined && !isSameOrigin(origin, host)) return refuse('not-allowed');
  if (access === 'anyone') return {};
  if (bySeat) return seat(request, deps);
  if (access === 'board') return device(authorization, ['board'], deps);
  if (access === 'viewer' && authorization !== '') return device(authorization, ['board', 'phone'], deps);
  const cookie = request.cookies[SESSION_COOKIE];
  const session = cookie === undefined ? null : await deps.catalogue.sessions.byToken(cookie, deps.now());
  if (!session) return refuse('not-signed-in');
  if (changes && origin === undefined) return refuse('not-allowed');
  const { account, sessionId } = session;
  const roles = typeof access === 'string' ? [account.role] : access;
  const allowed = roles.includes(account.role) || (account.operator && roles.includes('operator'));
  return allowed ? { staff: { ...account, sessionId } } : refuse('not-allowed');
}

async function device(
  authorization: string,
  kinds: readonly Device['kind'][],
  { catalogue }: ProveDeps,
): Promise<Proven | Refused> {
  const token = BEARER.exec(authorization)?.[1];
  const board = token === undefined ? null : await catalogue.devices.byToken(token);
  if (board && kinds.includes(board.kind)) return { board };
  return refuse(token === undefined ? 'not-signed-in' : 'board/removed');
}

/** [BL4] The tablet that holds a seat proves it as it does on its socket: by its device key. */
async function seat({ headers }: FastifyRequest, { lessons }: ProveDeps): Promise<Proven | Refused> {
  const [, lessonId, deviceKey] = SEAT.exec(headers.authorization ?? '') ?? [];
  const named = String(headers['x-seats'] ?? '').split(',');
  if (lessonId === undefined || deviceKey === undefined) return refuse('not-signed-in');
  const seated = await lessons.seatOf(lessonId, deviceKey, named.filter(Boolean).slice(0, TEAM_SIZE.most));
  return isRefused(seated) ? seated : { seat: seated };
}
