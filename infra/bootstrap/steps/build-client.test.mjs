import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildClient } from './build-client.mjs';

const step = { progress() {}, note() {} };

it('notes a build that went well, and one that is cut leaves no note of the one before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tongke-build-'));
  const note = join(folder, 'note');
  await writeFile(note, 'the sources of an earlier build');
  const seen = [];
  const build = (code) => async () => {
    seen.push(existsSync(note));
    return { code, output: 'vite says why' };
  };
  await expect(buildClient(step, { note, build: build(1) })).rejects.toThrow('vite says why');
  expect(existsSync(note)).toBe(false);
  expect(await buildClient(step, { note, build: build(0) })).toBe('built');
  expect(existsSync(note)).toBe(true);
  expect(seen).toEqual([false, false]);
  await rm(folder, { recursive: true });
});
