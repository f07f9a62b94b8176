import { type ClientToServer, type Opening, RECONNECTION, type ServerToClient } from '@tongke/shared-types';
import { io, type Socket } from 'socket.io-client';
import type { Wake } from './wake.ts';
import type { OpenWire, Requests, Wire } from './wire.ts';

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

/** [RS11] After so long without a beat the server has given the link up, ms. */
const SILENCE_MS = 5_000;

const OPTIONS = {
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  autoConnect: false,
  timeout: RECONNECTION.timeoutMs,
};

/**
 * [RS11] The wire over Socket.IO. The server beats every 2.5 s and tells its rhythm in the handshake; silence of twice that
 * closes the socket here, so that a dead link shows within 5 s.
 */
export const openSocket: OpenWire = (handlers) => {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    ...OPTIONS,
    ...returnPace(),
    auth: async (say: (opening: Opening) => void) => say(await handlers.opening()),
  });
  socket.on('opened', handlers.opened);
  socket.on('connect', handlers.up);
  socket.on('disconnect', (reason) => handlers.down(reason === 'io server disconnect'));
  socket.on('events', handlers.events);
  socket.on('snapshot', handlers.snapshot);
  socket.on('names', handlers.names);
  socket.on('media', handlers.media);
  socket.on('data', handlers.data);
  socket.on('signal', handlers.signal);
  socket.on('timing', handlers.timing);
  socket.on('bye', handlers.bye);
  let heardAt = Date.now();
  const heard = () => {
    heardAt = Date.now();
  };
  socket.io.on('open', heard);
  socket.io.on('ping', heard);
  // [RC5] Nothing is waited for that a sleeping or moved device cannot hear any more: a pause, or the end of a link that is dead.
  const awake = (wake: Wake) => {
    const isLost = !socket.connected || wake === 'moved' || Date.now() - heardAt > SILENCE_MS;
    if (socket.active && isLost) socket.disconnect().connect();
  };
  // Behind the page itself: nobody sleeps in its first second.
  void import('./wake.ts').then(({ onWake }) => onWake(awake)).catch(() => undefined);
  return {
    connect: () => socket.connect(),
    disconnect: () => socket.disconnect(),
    ask: asker(socket),
    signal: (signal) => {
      if (socket.connected) socket.volatile.emit('signal', signal);
    },
    timing: (message) => {
      if (socket.connected) socket.emit('timing', message);
    },
  };
};

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
