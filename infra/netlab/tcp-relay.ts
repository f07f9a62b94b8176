import { connect, createServer, type Socket } from 'node:net';
import { DueQueue } from './due-queue.ts';
import type { Endpoint, Link, Relay } from './link.ts';
import { type LinkModel, modelsOf } from './link-model.ts';

/** What an Ethernet frame carries of a stream. */
const SEGMENT_BYTES = 1_460;
const HANDSHAKE_BYTES = 60;

type Piece = Buffer | 'end';

/**
 * Relays TCP connections over a link; a function is asked for the link of every new connection. The kernel of this machine answers a
 * client's SYN at once, so the handshake's round trip is put back by holding the client's first bytes that long. While the link is down
 * bytes wait, as TCP sends them again later.
 */
export async function startTcpRelay(link: Link | (() => Link), listen: Endpoint, server: Endpoint): Promise<Relay> {
  const linkOf = typeof link === 'function' ? link : () => link;
  const sockets = new Set<Socket>();
  const front = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const own = linkOf();
    const { toServer, toClient } = modelsOf(own);
    const upstream = connect({ port: server.port, host: server.host, noDelay: true, allowHalfOpen: true });
    const syn = toServer.segment(HANDSHAKE_BYTES, performance.now());
    const opened = toClient.segment(HANDSHAKE_BYTES, syn);
    pass({ from: client, to: upstream, link: own, model: toServer, opened });
    pass({ from: upstream, to: client, link: own, model: toClient, opened: syn });
  });

  /** Passes on what one side writes, in order, once the connection is `opened`. */
  function pass({ from, to, link, model, opened }: Passage): void {
    sockets.add(from);
    let last = opened;
    const waiting: Piece[] = [];
    const queue = new DueQueue<Piece>((piece) => {
      waiting.push(piece);
      drain();
    });
    const drain = () => {
      if (to.destroyed) return;
      if (!link.up) {
        setTimeout(drain, 50).unref();
        return;
      }
      for (const piece of waiting.splice(0)) piece === 'end' ? to.end() : to.write(piece);
    };
    const push = (piece: Piece) => {
      const sentAt = Math.max(performance.now(), opened);
      last = Math.max(last, model.segment(piece.length, sentAt));
      queue.push(piece, last);
    };
    from.on('data', (chunk) => {
      for (let at = 0; at < chunk.length; at += SEGMENT_BYTES) push(chunk.subarray(at, at + SEGMENT_BYTES));
      if (model.isFull(performance.now())) holdBack(from, model);
    });
    from.on('end', () => push('end'));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      if (from.errored) queue.close();
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

interface Passage {
  readonly from: Socket;
  readonly to: Socket;
  readonly link: Link;
  readonly model: LinkModel;
  readonly opened: number;
}

/** Reads no more of a sender who is faster than the link, until its queue has room. */
function holdBack(from: Socket, model: LinkModel): void {
  from.pause();
  const look = () => (model.isFull(performance.now()) ? setTimeout(look, 10).unref() : from.resume());
  look();
}
