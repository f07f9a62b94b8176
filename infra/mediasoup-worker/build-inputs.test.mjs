import { describe, expect, it } from 'vitest';
import { installLine } from './build-packages.mjs';
import { sourceLines } from './libsrtp-source.mjs';
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

  it('names the missing packages in a line that can be pasted', () => {
    expect(installLine(['meson', 'g++'])).toBe('apt-get install --yes --no-install-recommends meson g++');
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
