import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepWorker, originOf, trustedWorker } from './worker-cache.mjs';

describe('the cache of workers', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tongke-cache-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function candidate() {
    await mkdir(join(root, 'work'), { recursive: true });
    const program = join(root, 'work', 'candidate');
    await writeFile(program, 'a program');
    return program;
  }

  it('trusts what was kept, and remembers where it came from and what it passed', async () => {
    const folder = join(root, 'key');
    const path = await keepWorker(folder, await candidate(), { origin: 'build', passed: ['A', 'B'] });
    expect(await trustedWorker(folder)).toBe(path);
    expect(JSON.parse(await readFile(join(folder, 'passed.json'), 'utf8'))).toMatchObject({
      origin: 'build',
      passed: ['A', 'B'],
    });
  });

  it('trusts nothing where a build was cut: no folder, or a program without its record', async () => {
    expect(await trustedWorker(join(root, 'key'))).toBeUndefined();
    await mkdir(join(root, 'key'));
    await writeFile(join(root, 'key', 'mediasoup-worker'), 'half a program');
    expect(await trustedWorker(join(root, 'key'))).toBeUndefined();
  });

  it('does not trust a program that changed after its test', async () => {
    const folder = join(root, 'key');
    const path = await keepWorker(folder, await candidate(), { origin: 'download', passed: [] });
    expect((await originOf(path)).origin).toBe('download');
    await appendFile(path, '!');
    expect(await trustedWorker(folder)).toBeUndefined();
  });

  it('replaces what was there and leaves nothing beside it', async () => {
    const folder = join(root, 'key');
    await mkdir(folder);
    await writeFile(join(folder, 'mediasoup-worker'), 'half a program');
    await keepWorker(folder, await candidate(), { origin: 'build', passed: [] });
    await rm(join(root, 'work'), { recursive: true });
    expect(await readdir(root)).toEqual(['key']);
    expect(await trustedWorker(folder)).toBeDefined();
  });
});
