import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFiles } from './hash-files.mjs';
import { remember, remembers } from './remember.mjs';

let root;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tongke-hash-'));
  await mkdir(join(root, 'client', 'src'), { recursive: true });
  await writeFile(join(root, 'client', 'src', 'page.ts'), 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const hash = () => hashFiles(root, ['client', 'package-lock.json']);

describe('hashFiles', () => {
  it('changes with a content, a name, and a file that appears', async () => {
    const seen = [await hash()];
    await writeFile(join(root, 'client', 'src', 'page.ts'), 'two');
    seen.push(await hash());
    await writeFile(join(root, 'client', 'src', 'more.ts'), '');
    seen.push(await hash());
    await writeFile(join(root, 'package-lock.json'), '{}');
    seen.push(await hash());
    expect(new Set(seen).size).toBe(4);
  });

  it('does not see results and tests', async () => {
    const before = await hash();
    await mkdir(join(root, 'client', 'dist'));
    await writeFile(join(root, 'client', 'dist', 'page.js'), 'built');
    await writeFile(join(root, 'client', 'src', 'page.test.ts'), 'tested');
    expect(await hash()).toBe(before);
  });
});

describe('remember', () => {
  it('remembers one value, and nothing before it was told', async () => {
    const note = join(root, 'notes', 'client');
    expect(await remembers(note, 'abc')).toBe(false);
    await remember(note, 'abc');
    expect(await remembers(note, 'abc')).toBe(true);
    expect(await remembers(note, 'abd')).toBe(false);
  });
});
