import type { FastifyInstance } from 'fastify';

/** A roster of 80 children in any spreadsheet's CSV is far below this. */
const MAX_FILE = 256 * 1024;
/** The largest JSON body is a question. */
export const MAX_JSON = 32 * 1024;

/**
 * JSON and CSV files, and nothing else: a form that another site posts is refused by its content type alone.
 * An empty JSON body counts as none.
 */
export function bodyParsers(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parseJson(request, String(body), done);
  });
  app.addContentTypeParser(
    ['text/csv', 'application/octet-stream', 'application/vnd.ms-excel'],
    { parseAs: 'buffer', bodyLimit: MAX_FILE },
    (_request, body, done) => done(null, body),
  );
}
