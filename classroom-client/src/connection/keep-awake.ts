import { onWake } from './wake.ts';

/** [RS11] After so long without a beat the server has given the link up, ms. */
const SILENCE_MS = 5_000;

/** What this needs of Socket.IO's socket. */
interface Line {
  /** It is connected, or finds its way back by itself. */
  readonly active: boolean;
  readonly connected: boolean;
  readonly io: { on(event: 'open' | 'ping', listener: () => void): unknown };
  connect(): unknown;
  disconnect(): unknown;
}

/** [RC5] Nothing is waited for that a sleeping or moved device cannot hear any more: a pause between tries, or the end of a link that is dead. */
export function keepAwake(socket: Line): void {
  let heardAt = Date.now();
  const heard = () => {
    heardAt = Date.now();
  };
  socket.io.on('open', heard);
  socket.io.on('ping', heard);
  onWake((wake) => {
    const isLost = !socket.connected || wake === 'moved' || Date.now() - heardAt > SILENCE_MS;
    if (!socket.active || !isLost) return;
    socket.disconnect();
    socket.connect();
  });
}
