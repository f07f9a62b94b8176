import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Link } from './link.ts';
import { startTcpRelay } from './tcp-relay.ts';
import { startUdpRelay } from './udp-relay.ts';

const here = (port: number) => ({ host: '127.0.0.1', port });
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function tcpEcho(): Promise<number> {
  const echo = createServer((socket) => socket.pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  closing.push(() => echo.close());
  return (echo.address() as { port: number }).port;
}

describe('relay', () => {
  it('carries datagrams both ways, in order, and none while the link is down', async () => {
    const echo = createSocket('udp4').bind(0, '127.0.0.1');
    await once(echo, 'listening');
    echo.on('message', (packet, from) => echo.send(packet, from.port, from.address));
    const link: Link = { delayMs: 5, up: true };
    const relay = await startUdpRelay(link, here(0), here(echo.address().port));
    const client = createSocket('udp4').bind(0, '127.0.0.1');
    closing.push(
      () => echo.close(),
      () => client.close(),
      () => relay.close(),
    );
    const got: string[] = [];
    const all = new Promise<void>((resolve) => {
      client.on('message', (packet) => got.push(packet.toString()) === 4 && resolve());
    });
    for (const text of ['a', 'b', 'c']) client.send(text, relay.port, '127.0.0.1');
    link.up = true;
    await new Promise((resolve) => client.once('message', resolve));
    link.up = false;
    client.send('lost', relay.port, '127.0.0.1');
    await new Promise((resolve) => setTimeout(resolve, 30));
    link.up = true;
    client.send('d', relay.port, '127.0.0.1');
    client.send('e', relay.port, '127.0.0.1');
    await all;
    expect(got).not.toContain('lost');
    expect([...got].sort()).toEqual(got);
  });

  it('gives each new client the link that is asked for it', async () => {
    const echo = createSocket('udp4').bind(0, '127.0.0.1');
    await once(echo, 'listening');
    echo.on('message', (packet, from) => echo.send(packet, from.port, from.address));
    const links: Link[] = [
      { delayMs: 0, up: false },
      { delayMs: 0, up: true },
    ];
    const next = () => links.shift() ?? { delayMs: 0, up: false };
    const relay = await startUdpRelay(next, here(0), here(echo.address().port));
    const cut = createSocket('udp4').bind(0, '127.0.0.1');
    const open = createSocket('udp4').bind(0, '127.0.0.1');
    closing.push(
      () => echo.close(),
      () => cut.close(),
      () => open.close(),
      () => relay.close(),
    );
    let leaked = false;
    cut.on('message', () => {
      leaked = true;
    });
    cut.send('a', relay.port, '127.0.0.1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    open.send('b', relay.port, '127.0.0.1');
    const [packet] = await once(open, 'message');
    expect(String(packet)).toBe('b');
    expect(leaked).toBe(false);
  });

  it('costs TCP a round trip to connect and one for each exchange, and loses nothing while the link is down', async () => {
    const link: Link = { delayMs: 100, up: true };
    const relay = await startTcpRelay(link, here(0), here(await tcpEcho()));
    closing.push(() => relay.close());
    const started = performance.now();
    const socket = connect({ port: relay.port, host: '127.0.0.1', noDelay: true });
    closing.push(() => socket.destroy());
    socket.write('one');
    await once(socket, 'data');
    const first = performance.now() - started;
    socket.write('two');
    await once(socket, 'data');
    const second = performance.now() - started - first;
    // Never faster than the emulated link; how much slower depends on the machine.
    expect(first).toBeGreaterThanOrEqual(395);
    expect(second).toBeGreaterThanOrEqual(195);
    expect(second).toBeLessThan(first);
    link.up = false;
    socket.write('three');
    await new Promise((resolve) => setTimeout(resolve, 300));
    link.up = true;
    const [chunk] = await once(socket, 'data');
    expect(String(chunk)).toBe('three');
  });
});
