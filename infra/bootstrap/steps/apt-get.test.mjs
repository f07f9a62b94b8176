import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aptGet, aptInstall } from './apt-get.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongke-apt-'));
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** An apt-get that does this; $calls counts how often it was called. @param {string} script */
const apt = (script) =>
  writeFile(join(folder, 'apt-get'), `#!/bin/sh\ncd ${folder}\necho "$@" >> log\ncalls=$(wc -l < log)\n${script}\n`, {
    mode: 0o755,
  });

const BUSY = 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)';

it('waits for another installation, says so once, and goes on when it ended', async () => {
  await apt(`if [ $calls -lt 3 ]; then echo '${BUSY}' >&2; exit 100; fi; echo done`);
  const said = [];
  const result = await aptGet(['update'], { log: (line) => said.push(line), pollMs: 1 });
  expect(result).toEqual({ code: 0, output: 'done\n' });
  expect(said).toEqual([expect.stringContaining('another installation')]);
  expect(await readFile(join(folder, 'log'), 'utf8')).toContain('DPkg::Lock::Timeout=300 update');
});

it('does not wait for ever', async () => {
  await apt(`echo '${BUSY}' >&2; exit 100`);
  expect(await aptGet(['update'], { log: () => {}, patienceMs: -1 })).toMatchObject({ code: 100 });
});

it('keeps the words of a failed update beside those of the installation that it spoils', async () => {
  await apt(
    `case "$*" in *update*) echo 'E: mirror unreachable'; exit 100;; *) echo 'E: no such package'; exit 100;; esac`,
  );
  const { code, output } = await aptInstall(['meson'], { log: () => {} });
  expect(code).toBe(100);
  expect(output).toMatch(/mirror unreachable[\s\S]*no such package/);
});
