import type { FastifyInstance } from 'fastify';

/** Which page is served: staff pages may use camera and microphone, tablets and the rest never. */
export type PageKind = 'staff' | 'other';

const CSP = [
  "default-src 'self'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** [HT6] What a page's devices may be used for: a tablet's camera and microphone stay shut whatever a script asks. */
export function permissionsPolicy(kind: PageKind): string {
  const who = kind === 'staff' ? '(self)' : '()';
  return `camera=${who}, microphone=${who}, display-capture=${who}, window-management=${who}, geolocation=(), payment=(), usb=()`;
}

/** Puts the safety headers on everything that leaves. */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', CSP);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('x-frame-options', 'DENY');
    reply.header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('permissions-policy')) reply.header('permissions-policy', permissionsPolicy('other'));
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
