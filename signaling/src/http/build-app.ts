import { readFile } from 'node:fs/promises';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyServerFactory, LogController } from 'fastify';
import { answerErrors } from './answer-errors.ts';
import { bodyParsers, MAX_JSON } from './body-parsers.ts';
import type { HttpDeps } from './http-deps.ts';
import { registerPages } from './pages.ts';
import { registerApi } from './register-api.ts';
import { securityHeaders } from './security-headers.ts';

/** The whole web side on one server: pages, routes, certificate, health. Requests are not logged: their paths may hold tickets. */
export async function buildApp(deps: HttpDeps, serverFactory?: FastifyServerFactory): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_JSON,
    forceCloseConnections: true,
    ...(serverFactory && { serverFactory }),
  });
  await app.register(cookie);
  await app.register(files, { root: deps.clientDir, serve: false, preCompressed: true });
  securityHeaders(app);
  bodyParsers(app);
  answerErrors(app);
  registerApi(app, deps);
  registerPages(app, deps);
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/ca.crt', async (_request, reply) => {
    if (deps.caFile === null) return reply.callNotFound();
    return reply.type('application/x-x509-ca-cert').send(await readFile(deps.caFile));
  });
  return app;
}
