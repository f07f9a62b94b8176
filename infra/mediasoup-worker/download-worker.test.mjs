import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetName, downloadWorker } from './download-worker.mjs';

describe('downloadWorker', () => {
  let folder = '';
  /** @type {string[]} */
  let said = [];
  /** @type {import('node:http').Server} */
  let server;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongke-download-'));
    said = [];
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** @param {import('node:http').RequestListener} answer @param {number} [patienceMs] */
  async function download(answer, patienceMs = 10_000) {
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const log = (/** @type {string} */ line) => said.push(line);
    return downloadWorker({ folder, version: '3.27.1', log, base: `http://127.0.0.1:${port}`, patienceMs });
  }

  it('unpacks the program', async () => {
    await writeFile(join(folder, 'mediasoup-worker'), 'a program');
    const archive = execFileSync('tar', ['cz', '-C', folder, 'mediasoup-worker']);
    await rm(join(folder, 'mediasoup-worker'));
    const program = await download((_request, response) => response.end(archive));
    expect(await readFile(program ?? '', 'utf8')).toBe('a program');
  });

  it('gives up on a server that does not answer', async () => {
    expect(await download(() => {}, 100)).toBeUndefined();
    expect(said).toEqual(['no prebuilt worker (no answer)']);
  });

  it('gives up on a download that stalls', async () => {
    expect(await download((_request, response) => void response.write('half'), 1_000)).toBeUndefined();
    expect(said).toEqual(['no prebuilt worker (the download stalled)']);
  });

  it('takes a refusal for an answer', async () => {
    expect(await download((_request, response) => response.writeHead(404).end())).toBeUndefined();
    expect(said).toEqual(['no prebuilt worker (404 Not Found)']);
  });

  it('does not take a web page of a captive portal for a program', async () => {
    expect(await download((_request, response) => response.end('<html>log in first</html>'))).toBeUndefined();
    expect(said).toEqual(['no prebuilt worker (the archive is damaged)']);
  });
});

describe('assetName', () => {
  it('names the kernel on Linux only', () => {
    const machine = { version: '3.27.1', arch: 'x64', kernel: '6.1.0-44-amd64' };
    expect(assetName({ ...machine, platform: 'linux' })).toBe('mediasoup-worker-3.27.1-linux-x64-kernel6.tgz');
    expect(assetName({ ...machine, platform: 'darwin' })).toBe('mediasoup-worker-3.27.1-darwin-x64.tgz');
  });
});
