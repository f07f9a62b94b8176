import { type ApiRoute, BODIES, type FileReply, type HttpRefused, ROUTE_ACCESS, refuse } from '@tongke/shared-types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { arrivalOf } from '../guard/arrival.ts';
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
import { bodyLimitOf, isFileRoute, uploadBudget } from './upload-budget.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** A handler with its types forgotten: the loop below gives each one what its row of the table promises. */
type AnyHandler = (request: object) => Promise<object>;

/** RFC 9110, 14.4. */
const RANGE = /^bytes (\d{1,12})-\d{1,12}\/(?:\d{1,12}|\*)$/;
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Serves every route of the shared table; all doors stand here, one after the other, and nothing of a body is read before they are passed. */
export function registerApi(app: FastifyInstance, deps: HttpDeps): void {
  const handlers = apiHandlers(deps);
  const isWithinPace = requestPace(deps.now);
  const hasNoRoom = uploadBudget();
  const proofs = new WeakMap<FastifyRequest, Proven>();
  for (const route of Object.keys(handlers) as ApiRoute[]) {
    const [method, url] = route.split(' ') as [Method, string];
    const handle = handlers[route] as unknown as AnyHandler;
    const bodyLimit = bodyLimitOf(route);
    app.route({
      method,
      url,
      ...(bodyLimit !== undefined && { bodyLimit }),
      onRequest: async (request, reply) => {
        const proven = await pass(route, request, reply);
        if (isRefused(proven)) return say(reply, proven);
        proofs.set(request, proven);
      },
      handler: async (request, reply) => say(reply, await answer(route, request, reply, handle)),
    });
  }

  async function pass(route: ApiRoute, request: FastifyRequest, reply: FastifyReply): Promise<Proven | HttpRefused> {
    // Without a session it is for `prove` to say; a wrong path is told only to those who may ask at all.
    if (!isWithinPace(request)) return refuse('too-many-requests');
    const proven = await prove(request, ROUTE_ACCESS[route], deps);
    return isRefused(proven) ? proven : (hasNoRoom(route, request, reply) ?? proven);
  }

  async function answer(route: ApiRoute, request: FastifyRequest, reply: FastifyReply, handle: AnyHandler) {
    const { id = '' } = request.params as { id?: string };
    if (route.includes(':id') && !ID.test(id)) return refuse('malformed');
    const body = bodyOf(route, request.method === 'GET' ? request.query : request.body);
    if (isRefused(body)) return body;
    return handle({
      ...proofs.get(request),
      id,
      body: body.value,
      from: Number(RANGE.exec(request.headers['content-range'] ?? '')?.[1] ?? 0),
      connection: connectionId(request.raw.socket),
      browser: browserName(request.headers['user-agent']),
      cookie: sessionCookie(reply, arrivalOf(request.raw).encrypted),
    });
  }
}

/** What a handler answered, as it leaves: a refusal, a file, or JSON. */
function say(reply: FastifyReply, answer: object) {
  if (isRefused(answer)) return reply.code(statusOf(answer.reason)).send(answer);
  if (!('file' in answer)) return reply.send({ ok: true, ...answer });
  const { file, type, name, keep } = answer as FileReply;
  if (name !== undefined) reply.header('content-disposition', `attachment; filename="${name}"`);
  if (keep !== undefined) reply.header('cache-control', `private, max-age=${keep}`);
  return reply.type(type).send(file);
}

/** The body as its route wants it: parsed JSON (or the query of a GET), the bytes of a file, or nothing. */
function bodyOf(route: ApiRoute, body: unknown): { readonly value: unknown } | HttpRefused {
  if (isFileRoute(route)) return body instanceof Uint8Array ? { value: body } : refuse('malformed');
  if (!(route in BODIES)) return { value: undefined };
  if (body instanceof Uint8Array) return refuse('malformed');
  const parsed = BODIES[route as keyof typeof BODIES].safeParse(body);
  if (parsed.success) return { value: parsed.data };
  return { ...refuse('malformed'), fields: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] };
}
