import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { privateFolder } from './private-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tongke-private-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o7777;

test('a new folder and an old one are for this user alone', async () => {
  expect(await privateFolder(join(root, 'a', 'new'))).toBe(true);
  expect(modeOf(join(root, 'a', 'new'))).toBe(0o700);
  mkdirSync(join(root, 'old'));
  chmodSync(join(root, 'old'), 0o755);
  expect(await privateFolder(join(root, 'old'))).toBe(true);
  expect(modeOf(join(root, 'old'))).toBe(0o700);
});

test('a folder that all users share stays as it is', async () => {
  mkdirSync(join(root, 'shared'));
  chmodSync(join(root, 'shared'), 0o1777);
  expect(await privateFolder(join(root, 'shared'))).toBe(false);
  expect(modeOf(join(root, 'shared'))).toBe(0o1777);
});
