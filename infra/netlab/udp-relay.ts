import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { DueQueue } from './due-queue.ts';
import type { Endpoint, Link, Relay } from './link.ts';
import { type LinkModel, modelsOf } from './link-model.ts';

interface Flow {
  readonly upstream: Socket;
  readonly toServer: (packet: Buffer) => void;
  readonly close: () => void;
}

/**
 * Relays datagrams between clients and one server over a link; each client address gets a socket of its own, as behind a router.
 * A function is asked for the link of every new client, so that one may be near and another far away.
 */
export async function startUdpRelay(link: Link | (() => Link), listen: Endpoint, server: Endpoint): Promise<Relay> {
  const linkOf = typeof link === 'function' ? link : () => link;
  const front = createSocket('udp4');
  const flows = new Map<string, Flow>();
  front.on('message', (packet, from) => flowOf(from).toServer(packet));
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.bind(listen.port, listen.host, resolve);
  });

  function flowOf(client: RemoteInfo): Flow {
    const key = `${client.address}:${client.port}`;
    const known = flows.get(key);
    if (known) return known;
    const models = modelsOf(linkOf());
    const upstream = createSocket('udp4');
    const up = new DueQueue<Buffer>((packet) => upstream.send(packet, server.port, server.host));
    const down = new DueQueue<Buffer>((packet) => front.send(packet, client.port, client.address));
    upstream.on('message', (packet) => send(packet, models.toClient, down));
    // A refused datagram is a lost one.
    upstream.on('error', () => {});
    const flow: Flow = {
      upstream,
      toServer: (packet) => send(packet, models.toServer, up),
      close: () => {
        up.close();
        down.close();
        upstream.close();
      },
    };
    flows.set(key, flow);
    return flow;
  }

  return {
    port: front.address().port,
    async close() {
      for (const flow of flows.values()) flow.close();
      await new Promise<void>((resolve) => front.close(() => resolve()));
    },
  };
}

function send(packet: Buffer, model: LinkModel, queue: DueQueue<Buffer>): void {
  for (const at of model.datagram(packet.length, performance.now())) queue.push(packet, at);
}
