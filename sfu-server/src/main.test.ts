import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { ControlClient, join } from './testing/index.ts';
import { workerBin } from './testing/worker-bin.ts';

const SECRET = 'a secret for tests alone';
const children: ChildProcess[] = [];

function start(more: Record<string, string> = {}): ChildProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    MEDIASOUP_WORKER_BIN: workerBin(),
    TONGKE_SFU_SECRET: SECRET,
    TONGKE_WORKERS: '1',
    TONGKE_TABLET_PORT: '0',
    TONGKE_LOG: 'warn',
    ...more,
  };
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('Expected a port.');
  return address.port;
}

async function firstMessage(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('the server as a process', () => {
  test('says when it is up, and ends politely', async () => {
    const child = start({ TONGKE_SFU_PORT: '0', TONGKE_MEDIA_PORT: '0' });
    expect(await firstMessage(child)).toEqual({ type: 'ready' });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('does not outlive its launcher', async () => {
    const child = start({ TONGKE_SFU_PORT: '0', TONGKE_MEDIA_PORT: '0' });
    await firstMessage(child);
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('killed with -9 it comes back on the same ports, under another id and without lessons', async () => {
    const port = await freePort();
    const ports = { TONGKE_SFU_PORT: String(port), TONGKE_MEDIA_PORT: String(await freePort()) };
    const attached = async () => {
      const client = await ControlClient.connect(`http://127.0.0.1:${port}`);
      return { client, ...(await client.must({ type: 'attach', secret: SECRET })) };
    };
    const first = start(ports);
    await firstMessage(first);
    const before = await attached();
    await join(before.client, 'L1', 'lead');
    first.kill('SIGKILL');
    const second = start(ports);
    expect(await firstMessage(second)).toEqual({ type: 'ready' });
    const after = await attached();
    expect([after.lessons, after.sfuId === before.sfuId]).toEqual([[], false]);
    await join(after.client, 'L1', 'lead');
    after.client.close();
  });

  test('a port that is taken is told in a plain sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as { port: number }).port);
    const control = start({ TONGKE_SFU_PORT: port, TONGKE_MEDIA_PORT: '0' });
    const message = expect.stringContaining(`Port ${port} is in use.`);
    expect(await firstMessage(control)).toEqual({ type: 'failed', message });
    expect(await once(control, 'exit')).toEqual([1, null]);
    taken.close();
  });

  test('so is a setting that is missing, and a worker that cannot run', async () => {
    const silent = start({ TONGKE_SFU_SECRET: '' });
    const secret = expect.stringContaining('TONGKE_SFU_SECRET');
    expect(await firstMessage(silent)).toEqual({ type: 'failed', message: secret });
    const lost = start({ TONGKE_SFU_PORT: '0', MEDIASOUP_WORKER_BIN: '/no/such/worker' });
    const worker = expect.stringContaining('The media worker /no/such/worker cannot be run');
    expect(await firstMessage(lost)).toEqual({ type: 'failed', message: worker });
  });
});
