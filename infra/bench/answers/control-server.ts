import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/**
 * A plain Socket.IO server, with the settings that it comes with: whoever connects is in one room, a command is acknowledged from memory.
 * Told `{ events }`, it says each of them to the room.
 */
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
const answers = new Map<string, unknown>();

io.on('connection', (socket) => {
  void socket.join('everybody');
  socket.on('command', (envelope: { id: string }, answer: (reply: object) => void) => {
    answers.set(envelope.id, envelope);
    answer({ ok: true, version: answers.size });
  });
});

process.on('message', ({ batch }: { batch: object }) => io.to('everybody').emit('events', batch));
process.once('disconnect', () => process.exit(0));
http.listen({ port: Number(process.argv[2] ?? 0), host: '127.0.0.1', backlog: 4_096 }, () => {
  process.send?.({ type: 'ready', port: (http.address() as AddressInfo).port });
});
