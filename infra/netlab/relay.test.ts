import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Link } from './link.ts';
import { startTcpRelay } from './tcp-relay.ts';
import { startUdpRelay } from './udp-relay.ts';

const here = (port: number) => ({ host: '127.0.0.1', port });
const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0).reverse()) await close();
});

async function tcpEcho(): Promise<number> {
  const echo = createServer((socket) => socket.pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  closing.push(() => echo.close());
  return (echo.address() as { port: number }).port;
}

async function udpEcho(): Promise<number> {
  const echo = createSocket('udp4').bind(0, '127.0.0.1');
  await once(echo, 'listening');
  echo.on('message', (packet, from) => echo.send(packet, from.port, from.address));
  closing.push(() => echo.close());
  return echo.address().port;
}

interface Client {
  readonly got: string[];
  send(text: string): void;
  /** Sends and waits for the echo; whatever reached the relay before has been looked at by then. */
  exchange(text: string): Promise<void>;
}

function udpClient(port: () => number): Client {
  const socket: Socket = createSocket('udp4').bind(0, '127.0.0.1');
  closing.push(() => socket.close());
  const got: string[] = [];
  const send = (text: string) => socket.send(text, port(), '127.0.0.1');
  socket.on('message', (packet) => got.push(String(packet)));
  return {
    got,
    send,
    async exchange(text) {
      const echoed = new Promise<void>((resolve) => {
        socket.on('message', (packet) => String(packet) === text && resolve());
      });
      send(text);
      await echoed;
    },
  };
}

describe('relay', () => {
  it('carries datagrams both ways, in order, and none while the link is down', async () => {
    const link: Link = { delayMs: 5, up: true };
    const links = [link, { delayMs: 5, up: true }];
    const relay = await startUdpRelay(() => links.shift() ?? link, here(0), here(await udpEcho()));
    closing.push(() => relay.close());
    const client = udpClient(() => relay.port);
    client.send('a');
    client.send('b');
    await client.exchange('c');
    link.up = false;
    client.send('lost');
    await udpClient(() => relay.port).exchange('of another client');
    link.up = true;
    client.send('d');
    await client.exchange('e');
    expect(client.got).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('gives each new client the link that is asked for it', async () => {
    const links: Link[] = [
      { delayMs: 0, up: false },
      { delayMs: 0, up: true },
    ];
    const next = () => links.shift() ?? { delayMs: 0, up: false };
    const relay = await startUdpRelay(next, here(0), here(await udpEcho()));
    closing.push(() => relay.close());
    const [cut, open] = [udpClient(() => relay.port), udpClient(() => relay.port)];
    cut.send('a');
    // What is sent at the same time may overtake: the second exchange cannot have.
    while (links.length > 1) await new Promise((resolve) => setImmediate(resolve));
    await open.exchange('b');
    await open.exchange('c');
    expect(cut.got).toEqual([]);
    expect(open.got).toEqual(['b', 'c']);
  });

  it('costs TCP a round trip to connect and one for each exchange, and loses nothing while the link is down', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const link: Link = { delayMs: 100, up: true };
    const relay = await startTcpRelay(link, here(0), here(await tcpEcho()));
    closing.push(() => relay.close());
    const started = performance.now();
    const socket = connect({ port: relay.port, host: '127.0.0.1', noDelay: true });
    closing.push(() => socket.destroy());
    let got = '';
    socket.on('data', (chunk) => {
      got += chunk;
    });
    /** Lets time pass from timer to timer until this is so; answers how much has passed. */
    const passedUntil = async (holds: () => boolean) => {
      while (!holds()) {
        if (vi.getTimerCount() > 0) vi.advanceTimersToNextTimer();
        await new Promise((resolve) => setImmediate(resolve));
      }
      return performance.now() - started;
    };

    socket.write('one');
    expect(await passedUntil(() => got === 'one')).toBe(400);
    socket.write('two');
    expect(await passedUntil(() => got === 'onetwo')).toBe(600);
    link.up = false;
    socket.write('three');
    await passedUntil(() => performance.now() - started > 60_000);
    expect(got).toBe('onetwo');
    link.up = true;
    await passedUntil(() => got === 'onetwothree');
  });

  it('keeps a stream whole and in order, whatever happens to its segments', async () => {
    const loss = { toBad: 0.2, toGood: 0.5 };
    const link: Link = { delayMs: 1, jitterMs: 2, loss, late: { share: 0.1, byMs: 5 }, duplicated: 0.2, up: true };
    const relay = await startTcpRelay(() => link, here(0), here(await tcpEcho()));
    closing.push(() => relay.close());
    const sent = Buffer.from(Array.from({ length: 20_000 }, (_, at) => at % 251));
    const socket = connect({ port: relay.port, host: '127.0.0.1', noDelay: true });
    closing.push(() => socket.destroy());
    const chunks: Buffer[] = [];
    socket.end(sent);
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(sent)).toBe(true);
  });

  it('hands datagrams over as often, as late and in the order that the model says', async () => {
    const twice: Link = { delayMs: 1, duplicated: 1, up: true };
    const links: Link[] = [twice];
    const other: Link = { delayMs: 0, up: true };
    const relay = await startUdpRelay(() => links.shift() ?? other, here(0), here(await udpEcho()));
    closing.push(() => relay.close());
    const client = udpClient(() => relay.port);
    await client.exchange('a');
    // Two reach the server, and two come back of each.
    await vi.waitFor(() => expect(client.got).toEqual(['a', 'a', 'a', 'a']));
    twice.duplicated = 0;
    twice.toServer = { late: { share: 1, byMs: 1_000 } };
    client.send('late');
    const overtakes = vi.waitFor(() => expect(client.got.slice(4)).toEqual(['soon', 'late']), 10_000);
    // The relay has it before the link is mended.
    await udpClient(() => relay.port).exchange('of another client');
    twice.toServer = {};
    client.send('soon');
    await overtakes;
  });
});
