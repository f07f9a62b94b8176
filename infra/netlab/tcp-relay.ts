import { connect, createServer, type Socket } from 'node:net';
import { DelayLine } from './delay-line.ts';
import type { Endpoint, Link, Relay } from './link.ts';

/**
 * Relays TCP connections over the link. The kernel of this machine answers a client's SYN at once, so the handshake's round trip is
 * put back by holding the client's first bytes that long. While the link is down bytes wait, as TCP retransmits them later.
 */
export async function startTcpRelay(link: Link, listen: Endpoint, server: Endpoint): Promise<Relay> {
  const sockets = new Set<Socket>();
  const front = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: server.port, host: server.host, noDelay: true });
    const opened = performance.now() + 2 * link.delayMs;
    pass(client, upstream, opened);
    pass(upstream, client, 0);
  });

  function pass(from: Socket, to: Socket, notBefore: number): void {
    sockets.add(from);
    const waiting: (Buffer | 'end')[] = [];
    const write = (chunk: Buffer | 'end') => (chunk === 'end' ? to.end() : to.write(chunk));
    const line = new DelayLine<Buffer | 'end'>(
      () => link.delayMs,
      (chunk) => {
        waiting.push(chunk);
        drain();
      },
    );
    const drain = () => {
      if (to.destroyed) return;
      if (!link.up) {
        setTimeout(drain, 50).unref();
        return;
      }
      for (const chunk of waiting.splice(0)) write(chunk);
    };
    from.on('data', (chunk) => line.push(chunk, notBefore));
    from.on('end', () => line.push('end', notBefore));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      if (from.errored) line.close();
    });
  }

  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.listen(listen.port, listen.host, resolve);
  });
  const address = front.address();
  return {
    port: typeof address === 'object' && address ? address.port : listen.port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => front.close(() => resolve()));
    },
  };
}
