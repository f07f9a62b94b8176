import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { DelayLine } from './delay-line.ts';
import type { Endpoint, Link, Relay } from './link.ts';

interface Flow {
  readonly upstream: Socket;
  readonly toServer: DelayLine<Buffer>;
  readonly toClient: DelayLine<Buffer>;
}

/** Relays datagrams between clients and one server over the link; each client address gets a socket of its own, as behind a router. */
export async function startUdpRelay(link: Link, listen: Endpoint, server: Endpoint): Promise<Relay> {
  const front = createSocket('udp4');
  const flows = new Map<string, Flow>();
  front.on('message', (packet, from) => {
    if (link.up) flowOf(from).toServer.push(packet);
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.bind(listen.port, listen.host, resolve);
  });

  function flowOf(client: RemoteInfo): Flow {
    const key = `${client.address}:${client.port}`;
    const known = flows.get(key);
    if (known) return known;
    const upstream = createSocket('udp4');
    const delay = () => link.delayMs;
    const toServer = new DelayLine<Buffer>(delay, (packet) => upstream.send(packet, server.port, server.host));
    const toClient = new DelayLine<Buffer>(delay, (packet) => front.send(packet, client.port, client.address));
    upstream.on('message', (packet) => {
      if (link.up) toClient.push(packet);
    });
    // A refused datagram is a lost one.
    upstream.on('error', () => {});
    const flow = { upstream, toServer, toClient };
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
