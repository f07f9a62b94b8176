import { type Refusal, refuse } from '@tongke/shared-types';
import type { FastifyError, FastifyInstance } from 'fastify';
import { diskTrouble } from '../store/store-unavailable.ts';
import { plainPage } from './plain-page.ts';
import { statusOf } from './status.ts';

/** Turns what the framework and the store throw into refusals; only bugs and disk trouble are logged, never an address or a body. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const trouble = diskTrouble(error);
    const reason: Refusal = trouble !== null ? 'storage-unavailable' : reasonOf(error);
    const route = request.routeOptions.url;
    if (trouble !== null) request.log.error({ route, trouble }, 'nothing can be stored');
    else if (reason === 'internal') request.log.error({ route, err: error }, 'request failed');
    return reply.code(statusOf(reason)).send(refuse(reason));
  });
  app.setNotFoundHandler((request, reply) => {
    reply.code(404);
    if (request.raw.url?.startsWith('/api/')) return reply.send(refuse('not-found'));
    return reply.type('text/html; charset=utf-8').send(
      plainPage({
        zh: '这里没有这个页面。从首页重新开始:',
        en: 'There is no such page. Start again here:',
        link: '/',
      }),
    );
  });
}

function reasonOf({ code, statusCode = 500 }: FastifyError): Refusal {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large';
  return statusCode < 500 ? 'malformed' : 'internal';
}
