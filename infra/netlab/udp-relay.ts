import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { DelayLine } from './delay-line.ts';
import type { Endpoint, Link, Relay } from './link.ts';

interface Flow {
  readonly link: Link;
  readonly upstream: Socket;
  readonly toServer: DelayLine<Buffer>;
  readonly toClient: DelayLine<Buffer>;
}

/**
 * Relays datagrams between clients and one server over a link; each client address gets a socket of its own, as behind a router.
 * A function is asked for the link of every new client, so that one may be near and another far away.
 */
export async function startUdpRelay(link: Link | (() => Link), listen: Endpoint, server: Endpoint): Promise<Relay> {
  const linkOf = typeof link === 'function' ? link : () => link;
  const front = createSocket('udp4');
  const flows = new Map<string, Flow>();
  front.on('message', (packet, from) => {
    const flow = flowOf(from);
    if (flow.link.up) flow.toServer.push(packet);
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.bind(listen.port, listen.host, resolve);
  });

  function flowOf(client: RemoteInfo): Flow {
    const key = `${client.address}:${client.port}`;
    const known = flows.get(key);
    if (known) return known;
    const own = linkOf();
    const upstream = createSocket('udp4');
    const delay = () => own.delayMs;
    const toServer = new DelayLine<Buffer>(delay, (packet) => upstream.send(packet, server.port, server.host));
    const toClient = new DelayLine<Buffer>(delay, (packet) => front.send(packet, client.port, client.address));
    upstream.on('message', (packet) => {
      if (own.up) toClient.push(packet);
    });
    // A refused datagram is a lost one.
    upstream.on('error', () => {});
    const flow = { link: own, upstream, toServer, toClient };
    flows.set(key, flow);
    return flow;
  }

  return {
    port: front.address().port,
    async close() {
      for (const { upstream, toServer, toClient } of flows.values()) {
        toServer.close();
        toClient.close();
        upstream.close();
      }
      await new Promise<void>((resolve) => front.close(() => resolve()));
    },
  };
}
