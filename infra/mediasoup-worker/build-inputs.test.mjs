import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { libsrtpSource, sourceLines } from './libsrtp-source.mjs';
import { ninjaPercent } from './ninja-percent.mjs';

describe('what a build needs', () => {
  it('asks the machine’s own mirror for sources, of the distribution alone and once', () => {
    const targets = [
      'http://mirror.example.cn/ubuntu|noble|main|Ubuntu',
      'http://mirror.example.cn/ubuntu|noble|universe|Ubuntu',
      'http://mirror.example.cn/ubuntu|noble-updates|main|Ubuntu',
      'https://deb.example.com/node_20.x|nodistro|main|. nodistro',
      'http://mirror.example.cn/ubuntu|noble|main|Ubuntu',
      '',
    ];
    expect(sourceLines(targets.join('\n'))).toEqual([
      'deb-src http://mirror.example.cn/ubuntu noble main',
      'deb-src http://mirror.example.cn/ubuntu noble universe',
    ]);
  });

  it('looks for sources on the machine’s mirror where its own lists are empty, in a folder apart, and repeats what apt said', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongke-apt-'));
    const log = join(folder, 'log');
    const script = `#!/bin/sh
echo "$@" >> ${log}
case "$*" in
  *lists=*indextargets*) echo 'http://mirror.example.cn/debian|bookworm|main|Debian' ;;
  *update*) echo 'the mirror is being mended' ;;
esac
`;
    await writeFile(join(folder, 'apt-get'), script, { mode: 0o755 });
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
    await expect(libsrtpSource(join(folder, 'keep'), () => {})).rejects.toThrow('the mirror is being mended');
    vi.unstubAllEnvs();
    const calls = (await readFile(log, 'utf8')).trim().split('\n');
    const words = calls.map((line) => / (update|indextargets|source) ?/.exec(` ${line}`)?.[1]);
    expect(words).toEqual(['indextargets', 'update', 'indextargets', 'update', 'source']);
    expect(calls[0]).not.toContain('lists=');
    for (const call of calls.slice(1)) expect(call).toContain('/keep/apt-');
    await rm(folder, { recursive: true });
  });
});

describe('ninjaPercent', () => {
  it('says every further ten percent once', () => {
    /** @type {string[]} */
    const said = [];
    const line = ninjaPercent((text) => said.push(text));
    for (const text of ['ninja: Entering directory', '[1/20] a', '[2/20] b', '[3/20] c', '[19/20] d', '[20/20] e'])
      line(text);
    expect(said).toEqual(['0 %', '10 %', '90 %', '100 %']);
  });
});
