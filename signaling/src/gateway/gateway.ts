import type { Server as HttpServer } from 'node:http';
import { type ClientToServer, packetParser, type ServerToClient } from '@tongke/shared-types';
import { Server } from 'socket.io';
import { isSameOrigin } from '../guard/same-origin.ts';
import { Strangers } from '../guard/strangers.ts';
import { RETURNING, STRANGERS } from './allowances.ts';
import { Boards } from './boards.ts';
import { type ConnectionDeps, connect, MAX_MESSAGE_BYTES } from './connection.ts';
import { dropSilent } from './drop-silent.ts';
import type { Halls } from './halls.ts';
import { pingTogether } from './ping-together.ts';
import { readBeforeSilence } from './read-before-silence.ts';
import { farewell } from './revoked.ts';
import type { Session } from './session.ts';

/** Between a screen's answer and the next ping, and how long that one may take. */
const PING_MS = 2_500;

export interface GatewayDeps extends Omit<ConnectionDeps, 'boards' | 'strangers' | 'halls' | 'now' | 'ended'> {
  readonly servers: readonly HttpServer[];
  readonly halls: Halls;
}

export interface Gateway {
  /** Tells every screen to come back later and stops listening; the HTTP servers are closed by whoever opened them. */
  close(): void;
}

/** Opens the sockets on these servers. A link that falls silent is noticed within 5 s. */
export function openGateway({ servers, ...deps }: GatewayDeps): Gateway {
  const sessions = new Set<Session>();
  const silent = new Set<Session>();
  const boards = new Boards({ ...deps, sessions: () => sessions });
  const now = () => deps.clock.now();
  const strangers = new Strangers(STRANGERS, RETURNING, now);
  const io = new Server<ClientToServer, ServerToClient>({
    transports: ['websocket', 'polling'],
    parser: packetParser,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    connectTimeout: 10_000,
    maxHttpBufferSize: 4 * MAX_MESSAGE_BYTES,
    // Browsers name their page's origin; programs that are no browser have no cookies to be misused.
    allowRequest: ({ headers }, decide) => {
      decide(null, headers.origin === undefined || isSameOrigin(headers.origin, headers.host));
    },
  });
  const ended = (session: Session) => {
    sessions.delete(session);
    silent.delete(session);
  };
  const connectionDeps = { ...deps, boards, strangers, now, ended };
  io.on('connection', (socket) => {
    const connections = Object.getPrototypeOf(socket.conn);
    readBeforeSilence(connections);
    pingTogether(connections, PING_MS);
    const session = connect(socket, connectionDeps);
    if (!session.connected) return;
    sessions.add(session);
    silent.add(session);
    dropSilent(silent);
  });
  deps.revocations.onRevoked((revoked) => {
    for (const session of sessions) {
      const reason = session.phase.kind === 'awaiting-hello' ? null : farewell(session.phase.proof, revoked);
      if (reason) session.bye(reason);
    }
  });
  for (const server of servers) io.attach(server);
  return {
    close() {
      boards.close();
      deps.halls.close();
      for (const session of sessions) session.drop();
    },
  };
}
