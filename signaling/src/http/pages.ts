import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isSecurePage } from '../guard/secure-page.ts';
import { arrivalOf } from './arrival.ts';
import { plainPage } from './plain-page.ts';
import { type PageKind, permissionsPolicy } from './security-headers.ts';

interface Page {
  readonly file: string;
  readonly staff: boolean;
  readonly devices: PageKind;
}

const staff = (file: string): Page => ({ file, staff: true, devices: 'other' });
const camera = (file: string): Page => ({ file, staff: true, devices: 'staff' });
const open = (file: string): Page => ({ file, staff: false, devices: 'other' });

/** Every address that a person may type or scan. */
const PAGES: Readonly<Record<string, Page>> = {
  '/': open('index.html'),
  '/teach': camera('teach.html'),
  '/board': camera('board.html'),
  '/admin': staff('admin.html'),
  '/setup': staff('setup.html'),
  '/invite': staff('setup.html'),
  '/sign-in': staff('setup.html'),
  '/pair': staff('pair.html'),
  '/assist': staff('assist.html'),
  '/s': open('s.html'),
  '/s/:ticket': open('s.html'),
};

const IMMUTABLE = { maxAge: '365d', immutable: true };

/** The built pages and their assets; staff pages over plain HTTP become a sentence with the secure address. */
export function registerPages(
  app: FastifyInstance,
  { clientDir, staffOrigin }: { readonly clientDir: string; readonly staffOrigin: string },
): void {
  for (const [url, page] of Object.entries(PAGES)) {
    app.get(url, (request, reply) =>
      page.staff && !isSecurePage(arrivalOf(request)) ? insecure(request, reply) : show(page, reply),
    );
  }
  app.get('/assets/*', (request, reply) => reply.sendFile(starOf(request), join(clientDir, 'assets'), IMMUTABLE));
  app.get('/:file(^[A-Za-z0-9_-]+\\.(?:svg|png|ico|webmanifest|txt)$)', (request, reply) => {
    const { file = '' } = request.params as { file?: string };
    return reply.sendFile(file, clientDir, { maxAge: '1h' });
  });

  app.get('/shell-worker.js', (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('shell-worker.js', clientDir, { cacheControl: false });
  });

  function show({ file, devices }: Page, reply: FastifyReply) {
    reply.header('permissions-policy', permissionsPolicy(devices));
    reply.header('cache-control', 'no-cache');
    return reply.sendFile(file, clientDir, { cacheControl: false });
  }

  /** The page's own path, never what stands in the fragment: that does not travel. */
  function insecure(request: FastifyRequest, reply: FastifyReply) {
    return reply
      .code(403)
      .type('text/html; charset=utf-8')
      .send(
        plainPage({
          zh: '这个页面要用摄像头或管理课堂，只能通过安全地址打开。请用下面的地址：',
          en: 'This page uses a camera or manages lessons, so it opens at the secure address only.',
          link: `${staffOrigin}${request.routeOptions.url ?? '/'}`,
        }),
      );
  }
}

function starOf(request: FastifyRequest): string {
  return (request.params as { '*'?: string })['*'] ?? '';
}
