import { endianness } from 'node:os';

/** One change to a file that no sync had followed when the server was killed. */
export interface Unsynced {
  readonly kind: 'write' | 'truncate';
  readonly path: string;
  readonly offset: number;
  readonly sizeBefore: number;
  readonly before: Buffer;
  readonly after: Buffer;
}

const HEADER_BYTES = 40;
const KINDS = { 1: 'write', 2: 'truncate', 3: 'sync' } as const;

/** The changes in a journal of `disk.c` that were not synced, oldest first. A last record that is not whole changed nothing. */
export function unsyncedIn(journal: Buffer): readonly Unsynced[] {
  if (endianness() !== 'LE') throw new Error('The journal is read on little-endian machines only.');
  let unsynced: Unsynced[] = [];
  for (let at = 0; at + HEADER_BYTES <= journal.length; ) {
    const kind = KINDS[journal.readInt32LE(at) as keyof typeof KINDS];
    if (!kind) throw new Error(`The journal is damaged at ${at}.`);
    const pathLength = journal.readInt32LE(at + 4);
    const [offset, sizeBefore, beforeLength, afterLength] = [8, 16, 24, 32].map((field) =>
      Number(journal.readBigInt64LE(at + field)),
    ) as [number, number, number, number];
    const pathAt = at + HEADER_BYTES;
    const beforeAt = pathAt + pathLength;
    const afterAt = beforeAt + beforeLength;
    at = afterAt + afterLength;
    if (at > journal.length) break;
    const path = journal.toString('utf8', pathAt, beforeAt);
    if (kind === 'sync') {
      unsynced = unsynced.filter((one) => one.path !== path);
      continue;
    }
    const before = journal.subarray(beforeAt, afterAt);
    unsynced.push({ kind, path, offset, sizeBefore, before, after: journal.subarray(afterAt, at) });
  }
  return unsynced;
}

/** A file after its unsynced changes were taken back, and then made again where `survives` says that they had reached the disk by chance. */
export function afterPowerCut(
  content: Buffer,
  changes: readonly Unsynced[],
  survives: (change: Unsynced) => boolean,
): Buffer {
  const synced = [...changes].reverse().reduce(undo, content);
  return changes.filter(survives).reduce(redo, synced);
}

function undo(content: Buffer, { offset, before, sizeBefore }: Unsynced): Buffer {
  const back = sized(content, sizeBefore);
  before.copy(back, offset);
  return back;
}

function redo(content: Buffer, { kind, offset, after }: Unsynced): Buffer {
  if (kind === 'truncate') return sized(content, offset);
  const next = sized(content, Math.max(content.length, offset + after.length));
  after.copy(next, offset);
  return next;
}

function sized(content: Buffer, bytes: number): Buffer {
  const next = Buffer.alloc(bytes);
  content.copy(next);
  return next;
}
