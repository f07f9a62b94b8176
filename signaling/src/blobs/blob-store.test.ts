import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BlobStore, openBlobStore } from './blob-store.ts';

let root: string;
let folder: string;
let store: BlobStore;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'tongke-blobs-'));
  folder = join(root, 'blobs');
  store = await openBlobStore(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = Buffer.from('a picture');
const sha256 = createHash('sha256').update(bytes).digest('hex');

test('[BL2] a file is named by what is in it, and for the server’s user alone', async () => {
  expect(await store.put(bytes)).toBe(sha256);
  expect(await store.get(sha256)).toEqual(bytes);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, sha256)).mode & 0o777).toBe(0o600);
});

test('[BL2] the same file again is one file, and no draft stays behind', async () => {
  await Promise.all([store.put(bytes), store.put(bytes), store.put(Buffer.from('another'))]);
  expect(readdirSync(folder)).toHaveLength(2);
});

test.for(['', 'x', '../../etc/passwd', '.', `${'a'.repeat(63)}/`, 'A'.repeat(64)])(
  '[BL5] %j names no file',
  async (hash) => {
    expect(await store.get(hash)).toBeNull();
  },
);

test('[BL6] what nobody names goes, drafts of a crash too', async () => {
  const kept = await store.put(bytes);
  await store.put(Buffer.from('another'));
  writeFileSync(join(folder, 'draft-of-a-crash'), 'half');
  expect(await store.keepOnly(new Set([kept]))).toBe(2);
  expect(readdirSync(folder)).toEqual([kept]);
});
