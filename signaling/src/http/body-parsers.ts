import type { FastifyInstance } from 'fastify';

/** The largest JSON body is a question. */
export const MAX_JSON = 32 * 1024;

const FILES = [
  'text/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'image/jpeg',
  'image/png',
  'image/webp',
];

/**
 * JSON and files, and nothing else: a form that another site posts is refused by its content type alone.
 * An empty JSON body counts as none. How long a file may be is its route's to say.
 */
export function bodyParsers(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parseJson(request, String(body), done);
  });
  app.addContentTypeParser(FILES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
