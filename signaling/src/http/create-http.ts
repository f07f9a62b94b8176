import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import { buildApp } from './build-app.ts';
import type { HttpDeps } from './http-deps.ts';

export interface HttpAddresses {
  readonly http: { readonly host: string; readonly port: number };
  /** `cert` and `key` are PEM texts. */
  readonly https: { readonly port: number; readonly cert: string; readonly key: string } | null;
}

export interface HttpServers {
  readonly http: Server;
  readonly https: Server | null;
  close(): Promise<void>;
}

/** A whole school comes in the same second: who finds no place in the queue is asked to come again only a second later. */
const BACKLOG = 8_192;

/**
 * Serves the same pages and routes on plain HTTP and on TLS; both servers listen when this returns, and sockets may be
 * attached to them. Rejects with Node's own error (`EADDRINUSE`, an unreadable certificate), with nothing left open.
 */
export async function createHttp(deps: HttpDeps, { http, https }: HttpAddresses): Promise<HttpServers> {
  const apps: FastifyInstance[] = [];
  const close = async () => {
    await Promise.all(apps.map((app) => app.close()));
  };
  const start = async (port: number, factory: FastifyServerFactory): Promise<Server> => {
    const app = await buildApp(deps, factory);
    apps.push(app);
    await app.listen({ host: http.host, port, backlog: BACKLOG });
    return app.server;
  };
  try {
    const plain = await start(http.port, (handler) => createServer(handler));
    if (!https) return { http: plain, https: null, close };
    const { cert, key, port } = https;
    return { http: plain, https: await start(port, (handler) => createSecureServer({ cert, key }, handler)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
