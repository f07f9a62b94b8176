import { type ApiRoute, BODIES, type HttpRefused, ROUTE_ACCESS, refuse } from '@tongke/shared-types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { arrivalOf } from '../guard/arrival.ts';
import { isSecurePage } from '../guard/secure-page.ts';
import { apiHandlers } from './api-handlers.ts';
import { browserName } from './browser-name.ts';
import { connectionId } from './connection-id.ts';
import type { HttpDeps } from './http-deps.ts';
import { isRefused } from './is-refused.ts';
import type { Proven } from './prove.ts';
import { prove } from './prove.ts';
import { requestPace } from './request-pace.ts';
import { sessionCookie } from './session-cookie.ts';
import { statusOf } from './status.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** A handler with its types forgotten: the loop below gives each one what its row of the table promises. */
type AnyHandler = (request: object) => Promise<object>;

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Serves every route of the shared table; all doors stand here, one after the other. */
export function registerApi(app: FastifyInstance, deps: HttpDeps): void {
  const handlers = apiHandlers(deps);
  const isWithinPace = requestPace(deps.now);
  for (const route of Object.keys(handlers) as ApiRoute[]) {
    const [method, url] = route.split(' ') as [Method, string];
    const handle = handlers[route] as unknown as AnyHandler;
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const answer = await open(route, request, reply, handle);
        if (!isRefused(answer)) return { ok: true, ...answer };
        reply.code(statusOf(answer.reason));
        return answer;
      },
    });
  }

  async function open(route: ApiRoute, request: FastifyRequest, reply: FastifyReply, handle: AnyHandler) {
    const arrival = arrivalOf(request.raw);
    if (!isSecurePage(arrival)) return refuse('insecure-page');
    if (!isWithinPace(request)) return refuse('too-many-requests');
    const proven: Proven | HttpRefused = await prove(request, ROUTE_ACCESS[route], deps);
    if (isRefused(proven)) return proven;
    const { id = '' } = request.params as { id?: string };
    if (route.includes(':id') && !ID.test(id)) return refuse('malformed');
    const body = bodyOf(route, request.body);
    if (isRefused(body)) return body;
    return handle({
      ...proven,
      id,
      body: body.value,
      connection: connectionId(request.raw.socket),
      browser: browserName(request.headers['user-agent']),
      cookie: sessionCookie(reply, arrival.encrypted),
    });
  }
}

/** The body as its route wants it: parsed JSON, the bytes of a file, or nothing. */
function bodyOf(route: ApiRoute, body: unknown): { readonly value: unknown } | HttpRefused {
  if (route === 'PUT /api/classrooms/:id/roster') {
    return body instanceof Uint8Array ? { value: body } : refuse('malformed');
  }
  if (!(route in BODIES)) return { value: undefined };
  if (body instanceof Uint8Array) return refuse('malformed');
  const parsed = BODIES[route as keyof typeof BODIES].safeParse(body);
  if (parsed.success) return { value: parsed.data };
  return { ...refuse('malformed'), fields: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] };
}
