import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { starts } from './starts.mjs';

it('tells a worker from a program that the system cannot load', async () => {
  const worker = process.env.MEDIASOUP_WORKER_BIN;
  if (!worker)
    throw new Error('MEDIASOUP_WORKER_BIN is not set: run the tests through npm test, which finds a worker first.');
  expect(await starts(worker)).toBe(true);
  const folder = await mkdtemp(join(tmpdir(), 'tongke-starts-'));
  const unloadable = join(folder, 'worker');
  await writeFile(unloadable, '#!/lib/no-such-loader\n', { mode: 0o755 });
  expect(await starts(unloadable)).toBe(false);
  expect(await starts(join(folder, 'missing'))).toBe(false);
  await writeFile(join(folder, 'killed'), '#!/bin/sh\nkill -ILL $$\n', { mode: 0o755 });
  expect(await starts(join(folder, 'killed'))).toBe(false);
  await rm(folder, { recursive: true });
});
