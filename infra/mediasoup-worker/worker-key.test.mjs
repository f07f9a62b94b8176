import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cpuLevel } from './cpu-level.mjs';
import { HERE } from './paths.mjs';
import { keyOf, RECIPE, workerKey } from './worker-key.mjs';

const PARTS = { mediasoup: '3.27.1', overlay: '0123456789abcdef', openssl: '3.0.22', machine: 'linux-x64-baseline' };

describe('the key of a worker', () => {
  it('names mediasoup, the overlay, OpenSSL and the machine', () => {
    expect(keyOf(PARTS)).toBe('3.27.1-0123456789ab-openssl3.0.22-linux-x64-baseline');
  });

  it.each([
    ['mediasoup', '3.27.2'],
    ['overlay', 'fedcba9876543210'],
    ['openssl', '3.0.13'],
    ['machine', 'linux-x64-x86-64-v3'],
  ])('changes with %s', (part, value) => {
    expect(keyOf({ ...PARTS, [part]: value })).not.toBe(keyOf(PARTS));
  });

  it('is a plain folder name, whatever a version says', () => {
    expect(keyOf({ ...PARTS, openssl: '../../etc' })).not.toContain('/');
  });

  it('counts the recipe, the source of libsrtp and the test, each of which is there', () => {
    expect(RECIPE).toEqual(expect.arrayContaining(['patches', 'build-worker.mjs', 'libsrtp-source.mjs', 'smoke']));
    for (const name of RECIPE) expect([name, existsSync(join(HERE, name))]).toEqual([name, true]);
  });

  it('stays the same from one call to the next', async () => {
    expect(await workerKey()).toBe(await workerKey());
  });
});

describe('cpuLevel', () => {
  const haswell = 'flags\t\t: fpu sse4_2 avx avx2 bmi1 bmi2 f16c fma abm movbe xsave aes\n';
  it('asks for every instruction set of level 3', () => {
    expect(cpuLevel(haswell)).toBe('x86-64-v3');
    expect(cpuLevel(haswell.replace(' bmi2', ''))).toBe('baseline');
  });

  it('takes the baseline where nothing is known', () => {
    expect(cpuLevel('Features : asimd crc32')).toBe('baseline');
    expect(cpuLevel('')).toBe('baseline');
  });
});
