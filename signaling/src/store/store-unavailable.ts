/** The store cannot be read or written just now: disk full, an I/O error, a lock that did not open. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** SQLite's primary result codes that speak of the disk and not of a mistake of ours. */
const DISK_CODES = new Map([
  [5, 'the database is busy'],
  [8, 'the database cannot be written'],
  [10, 'the disk has an input/output error'],
  [11, 'the database file is damaged'],
  [13, 'the disk is full'],
  [14, 'the database file cannot be opened'],
  [26, 'the file is no database'],
]);

/** The same of files: Node's names for it. */
const FILE_CODES = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk’s share for this user is full'],
  ['EROFS', 'the disk cannot be written'],
  ['EIO', 'the disk has an input/output error'],
]);

/** What is the matter with the disk, or null when the error is of another kind. */
export function diskTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') return DISK_CODES.get(error.errcode & 0xff) ?? null;
  return 'code' in error ? (FILE_CODES.get(String(error.code)) ?? null) : null;
}

/** Runs a read; trouble with the disk becomes `StoreUnavailable`. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const trouble = diskTrouble(error);
    throw trouble === null ? error : new StoreUnavailable(trouble, { cause: error });
  }
}
