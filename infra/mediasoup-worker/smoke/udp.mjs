import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP socket on loopback, bound and ready. */
export async function udpSocket() {
  const socket = createSocket({ type: 'udp4' });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}
