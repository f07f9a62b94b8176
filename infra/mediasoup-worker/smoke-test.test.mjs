import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SRTP_PROFILES } from './smoke/srtp.mjs';
import { smokeTest } from './smoke-test.mjs';

describe('smokeTest', () => {
  it('passes the worker of this machine with every profile', async () => {
    const worker = process.env.MEDIASOUP_WORKER_BIN;
    if (!worker)
      throw new Error('MEDIASOUP_WORKER_BIN is not set: run the tests through npm test, which finds a worker first.');
    expect(await smokeTest(worker)).toEqual({ passed: SRTP_PROFILES.map(({ name }) => name) });
  });

  it('fails a program that ends at once', async () => {
    expect(await smokeTest('/bin/false')).toEqual({ fault: expect.stringContaining('starting') });
  });

  it('fails a file that is no program', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongke-smoke-'));
    const file = join(folder, 'worker');
    await writeFile(file, 'not a program');
    await chmod(file, 0o755);
    expect(await smokeTest(file)).toHaveProperty('fault');
    await rm(folder, { recursive: true });
  });
});
