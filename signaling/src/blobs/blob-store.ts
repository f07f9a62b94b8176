import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOB_HASH } from '@tongke/shared-types';
import { newId } from '../guard/secrets.ts';
import { privateFolder } from '../store/private-folder.ts';

/** Files named by what is in them. Whose they are and who may see them stands in the catalogue. */
export interface BlobStore {
  /** Keeps the bytes and answers their sha-256 in hex; they are on the disk when it returns. */
  put(bytes: Uint8Array): Promise<string>;
  /** Null when there is no such file. */
  get(hash: string): Promise<Buffer | null>;
  /** How many bytes it has; null when there is no such file. */
  size(hash: string): Promise<number | null>;
  /** Removes the files that none of these names, and drafts that a crash left behind. Answers how many. */
  keepOnly(named: ReadonlySet<string>): Promise<number>;
}

/** [BL2] Opens the store in this folder, which only the server's user can read. Rejects with what the disk says. */
export async function openBlobStore(folder: string): Promise<BlobStore> {
  await privateFolder(folder);
  const pathOf = (hash: string) => join(folder, hash);
  const ifThere = async <T>(hash: string, look: (path: string) => Promise<T>): Promise<T | null> => {
    if (!BLOB_HASH.test(hash)) return null;
    try {
      return await look(pathOf(hash));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  };
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const draft = join(folder, `draft-${newId()}`);
      try {
        await writeSynced(draft, bytes);
        await rename(draft, pathOf(hash));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(folder);
      return hash;
    },

    get: (hash) => ifThere(hash, (path) => readFile(path)),

    size: (hash) => ifThere(hash, async (path) => (await stat(path)).size),

    async keepOnly(named) {
      const others = (await readdir(folder)).filter((name) => !named.has(name));
      for (const name of others) await rm(join(folder, name), { force: true });
      if (others.length > 0) await syncFolder(folder);
      return others.length;
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder survives a power cut once the folder itself is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
