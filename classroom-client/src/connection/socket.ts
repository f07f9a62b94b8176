import {
  type ClientToServer,
  type Opening,
  packetParser,
  RECONNECTION,
  type ServerToClient,
} from '@tongke/shared-types';
import { io, type Socket } from 'socket.io-client';
import type { Requests, Wire, WireHandlers } from './wire.ts';

/**
 * [RS12] Tried again after 200 ms, half of it more or less, then at growing pauses of 0.7 to 2 s at most, so that a whole school does not
 * come at once and everybody is back soon. The library draws no lots beyond the longest pause, so each page draws its own.
 */
export function returnPace(random = Math.random) {
  const { firstMs, longestMs, spread } = RECONNECTION;
  const [least, most] = longestMs;
  const longest = least + (most - least) * random();
  return { reconnectionDelay: firstMs, reconnectionDelayMax: longest, randomizationFactor: spread };
}

/** What the server says and the handlers hear as it is. */
const HEARD = [
  'opened',
  'events',
  'page',
  'snapshot',
  'names',
  'media',
  'data',
  'signal',
  'direct',
  'timing',
  'bye',
] as const;

/**
 * [RS11] The wire over Socket.IO. The server beats every 2.5 s and tells its rhythm in the handshake; silence of twice that
 * closes the socket here, so that a dead link shows within 5 s.
 */
export const openSocket = (handlers: WireHandlers, watch = hurryBack): Wire => {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    parser: packetParser,
    ...returnPace(),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    autoConnect: false,
    timeout: RECONNECTION.timeoutMs,
    auth: async (say: (opening: Opening) => void) => say(await handlers.opening()),
  });
  socket.on('connect', handlers.up);
  socket.on('disconnect', (reason) => handlers.down(reason === 'io server disconnect'));
  // Each pair fits; TypeScript cannot see it through a loop.
  for (const event of HEARD) socket.on(event, handlers[event] as never);
  // Behind the answer. Not volatile: the line has just shown that it is there, and the answer may not have left yet.
  socket.io.on('ping', () => {
    if (socket.connected) for (const signal of handlers.beat()) socket.emit('signal', signal);
  });
  watch(socket);
  return {
    connect: () => socket.connect(),
    disconnect: () => socket.disconnect(),
    ask: asker(socket),
    signal: (signal) => {
      if (socket.connected) socket.volatile.emit('signal', signal);
    },
    direct: (call) => {
      if (socket.connected) socket.emit('direct', call);
    },
    timing: (message) => {
      if (socket.connected) socket.emit('timing', message);
    },
  };
};

/** [RC5] A page that is shown again, or has a network again, does not wait for the end of a pause. Boards and teachers `keepAwake`. */
function hurryBack(socket: Socket): void {
  const hurry = () => {
    if (socket.active && !socket.connected) socket.disconnect().connect();
  };
  // The latter bubbles up from the document.
  for (const event of ['online', 'visibilitychange']) addEventListener(event, hurry);
}

function asker(socket: Socket<ServerToClient, ClientToServer>): Wire['ask'] {
  // Overloads by event name do not follow a generic one; the pairs are those of `Requests`.
  const emit = socket.timeout.bind(socket) as unknown as (ms: number) => {
    emit: (event: string, ask: unknown, answer: (error: Error | null, reply: unknown) => void) => void;
  };
  return <K extends keyof Requests>(kind: K, ask: Requests[K]['ask'], patienceMs: number) =>
    new Promise<Requests[K]['answer'] | null>((resolve) => {
      if (!socket.connected) return resolve(null);
      emit(patienceMs).emit(kind, ask, (error, reply) => resolve(error ? null : (reply as Requests[K]['answer'])));
    });
}
