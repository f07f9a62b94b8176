import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '../guard/session-cookie-name.ts';
import { SESSION_MS } from '../store/catalogue-sessions.ts';

/** Sets and clears the session cookie: no script reads it, no other site sends it. */
export function sessionCookie(reply: FastifyReply, encrypted: boolean) {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: encrypted } as const;
  return {
    set(token: string): void {
      reply.setCookie(SESSION_COOKIE, token, { ...options, maxAge: SESSION_MS / 1000 });
    },
    clear(): void {
      reply.clearCookie(SESSION_COOKIE, options);
    },
  };
}
