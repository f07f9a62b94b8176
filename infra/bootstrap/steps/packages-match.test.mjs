import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npmEnvironment } from '../npm.mjs';
import { lacking } from './lacking.mjs';
import { packagesMatch } from './packages-match.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    infra: { version: '0.1.0' },
    'node_modules/@tongke/infra': { link: true },
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/only-on-windows': { version: '1.0.0', optional: true },
  },
};

describe('packagesMatch', () => {
  it('is content where only packages of other machines are missing', () => {
    expect(packagesMatch(wanted, { packages: { 'node_modules/zod': { version: '4.0.0' } } })).toBe(true);
  });

  it('sees a package that is missing or of another version', () => {
    expect(packagesMatch(wanted, {})).toBe(false);
    expect(packagesMatch(wanted, { packages: { 'node_modules/zod': { version: '4.0.1' } } })).toBe(false);
  });
});

describe('lacking', () => {
  it('names what an installation without development packages left out', async () => {
    const root = await mkdtemp(join(tmpdir(), 'tongke-packages-'));
    for (const name of ['vite', 'zod']) {
      await mkdir(join(root, 'node_modules', name), { recursive: true });
      await writeFile(join(root, 'node_modules', name, 'package.json'), '{}');
    }
    expect(lacking(root)).toEqual(['node', 'vitest']);
    await rm(root, { recursive: true });
  });
});

describe('npmEnvironment', () => {
  it('hides NODE_ENV and the Node of the packages from npm', () => {
    const path = ['/clone/node_modules/.bin', '/usr/bin'].join(delimiter);
    expect(npmEnvironment({ NODE_ENV: 'production', PATH: path, HOME: '/root' })).toEqual({
      PATH: '/usr/bin',
      HOME: '/root',
    });
  });
});
