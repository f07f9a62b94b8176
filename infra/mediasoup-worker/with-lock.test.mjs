import { spawnSync } from 'node:child_process';
import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './with-lock.mjs';

describe('withLock', () => {
  let root = '';
  let file = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tongke-lock-'));
    file = join(root, 'key.lock');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('holds the lock during the work and leaves nothing behind', async () => {
    const result = await withLock(file, { onWait: () => {} }, async () => {
      await access(file);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await readdir(root)).toEqual([]);
  });

  it('lets go where the work fails', async () => {
    await expect(withLock(file, { onWait: () => {} }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(root)).toEqual([]);
  });

  it('waits while the holder lives, and says so once', async () => {
    let waits = 0;
    await writeFile(file, String(process.ppid));
    const onWait = () => {
      waits += 1;
      void rm(file);
    };
    expect(await withLock(file, { onWait, pollMs: 1 }, async () => 'mine')).toBe('mine');
    expect(waits).toBe(1);
  });

  it('takes over from a process that died', async () => {
    const dead = spawnSync('true').pid;
    await writeFile(file, String(dead));
    const onWait = () => expect.unreachable('nobody holds the lock');
    expect(await withLock(file, { onWait }, async () => 'mine')).toBe('mine');
  });
});
