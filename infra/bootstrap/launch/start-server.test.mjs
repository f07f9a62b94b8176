import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logFile } from './log-file.mjs';
import { startServer } from './start-server.mjs';

let dir;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tongke-launch-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('startServer', () => {
  it('passes settings and messages, logs every line, and shows only what matters', async () => {
    const script = join(dir, 'main.mjs');
    await writeFile(
      script,
      `process.stdout.write(JSON.stringify({ level: 30, msg: 'all is well' }) + '\\n');
       process.stdout.write(JSON.stringify({ level: 50, msg: 'disk is slow', err: { message: 'EIO' } }) + '\\n');
       process.stdout.write(JSON.stringify({ level: 60, msg: 'said by message' }) + '\\n');
       process.stderr.write('a stack\\n');
       process.send({ type: 'ready', port: process.env.TONGKE_SFU_PORT }, () => process.disconnect());`,
    );
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
    const child = startServer('sfu-server', { TONGKE_SFU_PORT: '4440' }, join(dir, 'logs'), {
      args: [script],
      node: process.execPath,
      cwd: dir,
    })();
    const [message] = await once(child, 'message');
    await once(child, 'close');
    expect(message).toEqual({ type: 'ready', port: '4440' });
    const lines = shown.mock.calls.map(([line]) => line.trim()).sort();
    shown.mockRestore();
    expect(lines).toEqual(['sfu-server   a stack', 'sfu-server   error: disk is slow (EIO)']);
    expect(await readFile(join(dir, 'logs', 'sfu-server.log'), 'utf8')).toContain('all is well');
  });
});

describe('logFile', () => {
  it('keeps the current file and the one before it', async () => {
    const path = join(dir, 'x.log');
    const log = logFile(path, 10);
    for (const line of ['one is long', 'two is long', 'three']) log(line);
    expect(await readFile(path, 'utf8')).toBe('three\n');
    expect(await readFile(`${path}.1`, 'utf8')).toBe('two is long\n');
  });
});
