import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatagramLane, refuse, type SfuClientToServer, type SfuServerToClient } from '@tongke/shared-types';
import { Server } from 'socket.io';
import type { ControlDesk, Link } from './control-desk.ts';

/** A link that does not show the secret within this time is cut. */
const ATTACH_WITHIN_MS = 5_000;
const MAX_MESSAGE_BYTES = 256 * 1024;

export interface ControlServer {
  readonly port: number;
  close(): Promise<void>;
}

/** The only door into this server: Socket.IO links, each handed to the desk. Rejects where the port is taken. */
export async function openControlServer(desk: ControlDesk, port: number, bind: string): Promise<ControlServer> {
  const http = createServer((_, response) => response.writeHead(404).end());
  const io = new Server<SfuClientToServer, SfuServerToClient>(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 5_000,
    pingTimeout: 10_000,
  });
  io.on('connection', (socket) => {
    const lane = new DatagramLane((pack) => socket.emit('datagrams', pack), queueMicrotask);
    const link: Link = {
      notify: (notice) => socket.emit('notice', notice),
      datagram: (datagram) => lane.push(datagram),
      close: () => socket.disconnect(true),
    };
    const late = setTimeout(() => link.close(), ATTACH_WITHIN_MS);
    socket.on('request', async (request, reply) => {
      if (typeof reply !== 'function') return;
      const answer = await desk.receive(link, request);
      if (answer.ok) clearTimeout(late);
      reply(answer);
    });
    socket.on('datagrams', (pack) => desk.datagrams(link, pack));
    socket.onAny((name: string, ...rest: unknown[]) => {
      const reply = rest.at(-1);
      if (name !== 'request' && typeof reply === 'function') reply(refuse('unknown-event'));
    });
    socket.on('disconnect', () => {
      clearTimeout(late);
      desk.gone(link);
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, bind, resolve);
  });
  return {
    port: (http.address() as AddressInfo).port,
    close: async () => {
      await io.close();
    },
  };
}
