import { execFile, spawnSync } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processId } from './process-id.mjs';
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
    await writeFile(file, (await processId(process.ppid)) ?? '');
    const onWait = () => {
      waits += 1;
      void rm(file);
    };
    expect(await withLock(file, { onWait, pollMs: 1 }, async () => 'mine')).toBe('mine');
    expect(waits).toBe(1);
  });

  const living = async () => ((await processId(process.ppid)) ?? '').split(' ');
  it.each([
    ['that died', async () => `${spawnSync('true').pid} boot 1`],
    ['whose number this process has now', async () => (await processId(process.pid)) ?? ''],
    ['of an earlier boot', async () => [(await living())[0], 'another-boot', (await living())[2]].join(' ')],
    ['whose number another process has now', async () => [...(await living()).slice(0, 2), '1'].join(' ')],
    ['that wrote nothing', async () => ''],
  ])('takes over from a process %s', async (_who, holder) => {
    await writeFile(file, await holder());
    const onWait = () => expect.unreachable('nobody holds the lock');
    expect(await withLock(file, { onWait }, async () => 'mine')).toBe('mine');
    expect(await readdir(root)).toEqual([]);
  });

  it('lets one of many at a time do the work where all find the same dead holder', async () => {
    await writeFile(file, `${spawnSync('true').pid} boot 1`);
    const script = `
      import { appendFileSync } from 'node:fs';
      import { withLock } from ${JSON.stringify(new URL('with-lock.mjs', import.meta.url).href)};
      const note = (word) => appendFileSync(process.argv[2], word);
      await withLock(process.argv[1], { onWait() {}, pollMs: 1 }, async () => {
        note('<');
        await new Promise((resolve) => setTimeout(resolve, 5));
        note('>');
      });`;
    const log = join(root, 'log');
    const run = promisify(execFile);
    const args = ['--input-type=module', '-e', script, file, log];
    await Promise.all(Array.from({ length: 6 }, () => run(process.execPath, args)));
    expect(await readFile(log, 'utf8')).toBe('<>'.repeat(6));
  });

  it('says what is wrong where no lock can be made, and does not wait for ever', async () => {
    await expect(withLock(join(root, 'x'.repeat(256)), { onWait: () => {} }, async () => 'mine')).rejects.toThrow(
      'ENAMETOOLONG',
    );
  });
});
