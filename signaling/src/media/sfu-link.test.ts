import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatagramLane, readDatagrams, type SfuReplies } from '@tongke/shared-types';
import { pino } from 'pino';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../testing/until.ts';
import { connectSfu, type SfuLink } from './sfu-link.ts';

const VERB = { type: 'lesson.close', lessonId: 'l1', epoch: 1 } as const;
const secret = '0123456789abcdef';
let http: ReturnType<typeof createServer>;
let io: Server;
let link: SfuLink;
let attached: SfuReplies['attach'][] = [];

beforeEach(async () => {
  attached = [];
  http = createServer();
  io = new Server(http);
  io.on('connection', (socket) => {
    socket.on('request', (request: { type: string; secret?: string }, reply: (answer: unknown) => void) => {
      if (request.type !== 'attach') return reply({ ok: true, result: { echo: request.type } });
      if (request.secret !== secret) return reply({ ok: false, reason: 'not-allowed' });
      return reply({ ok: true, result: { sfuId: 'sfu-1', lessons: [] } });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  link.close();
  await io.close();
});

function connect(key = secret): SfuLink {
  const { port } = http.address() as AddressInfo;
  link = connectSfu({ url: `http://127.0.0.1:${port}`, secret: key, log: pino({ level: 'silent' }) });
  link.listen({ attached: (found) => attached.push(found), notice: () => {} });
  return link;
}

test('[MD4] the link attaches with the secret, and attaches again after a loss', async () => {
  connect();
  expect(await link.request(VERB)).toEqual({ ok: false, reason: 'media/unavailable' });
  await until('the link is up', () => attached.length === 1);
  expect(await link.request(VERB)).toEqual({ ok: true, result: { echo: 'lesson.close' } });
  io.disconnectSockets(true);
  await until('the link is up again', () => attached.length === 2);
});

test('[MD4] a wrong secret never attaches', async () => {
  connect('wrong-secret-0000');
  await new Promise((resolve) => io.once('connection', resolve));
  expect(await link.request(VERB)).toEqual({ ok: false, reason: 'media/unavailable' });
  expect(attached).toEqual([]);
});

test('[DP6] datagrams pass both ways beside the verbs, and never without the secret', async () => {
  const heard: [number, number[]][] = [];
  const toSfu: number[] = [];
  io.on('connection', (socket) => {
    const lane = new DatagramLane((pack) => socket.emit('datagrams', pack), queueMicrotask);
    socket.on('datagrams', (pack: unknown) => {
      toSfu.push(...readDatagrams(pack).map(({ channel }) => channel));
      lane.push({ channel: 7, message: Uint8Array.of(1, 2) });
    });
  });
  connect();
  link.listen({
    attached: () => {},
    notice: () => {},
    datagram: (channel, message) => heard.push([channel, [...message]]),
  });
  expect(link.datagram(1, Uint8Array.of(9))).toBe(false);
  await until('the link is up', () => attached.length === 1);
  expect([1, 2, 3].map((channel) => link.datagram(channel, Uint8Array.of(9)))).toEqual([true, true, true]);
  await until('the answer arrives', () => heard.length > 0);
  expect([toSfu, heard]).toEqual([[1, 2, 3], [[7, [1, 2]]]]);
});
