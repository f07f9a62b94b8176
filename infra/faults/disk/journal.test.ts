import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterPowerCut, unsyncedIn } from './journal.ts';

const KIND = { write: 1, truncate: 2, sync: 3 } as const;

interface Entry {
  readonly kind: keyof typeof KIND;
  readonly path?: string;
  readonly offset?: number;
  readonly sizeBefore?: number;
  readonly before?: string;
  readonly after?: string;
}

function record({ kind, path = '/d/a.db', offset = 0, sizeBefore = 0, before = '', after = '' }: Entry): Buffer {
  const head = Buffer.alloc(40);
  head.writeInt32LE(KIND[kind], 0);
  head.writeInt32LE(path.length, 4);
  for (const [at, value] of [offset, sizeBefore, before.length, after.length].entries()) {
    head.writeBigInt64LE(BigInt(value), 8 + 8 * at);
  }
  return Buffer.concat([head, Buffer.from(path + before + after)]);
}

const all = () => true;
const none = () => false;

test('what was written before a sync of the same file is safe; what came after is not', () => {
  const journal = Buffer.concat([
    record({ kind: 'write', after: 'one' }),
    record({ kind: 'write', path: '/d/b.db', after: 'other' }),
    record({ kind: 'sync' }),
    record({ kind: 'write', offset: 3, sizeBefore: 3, after: 'two' }),
  ]);
  expect(unsyncedIn(journal).map(({ path, after }) => [path, String(after)])).toEqual([
    ['/d/b.db', 'other'],
    ['/d/a.db', 'two'],
  ]);
  // Killed in the middle of its last words.
  expect(unsyncedIn(journal.subarray(0, journal.length - 1))).toHaveLength(1);
});

test('a power cut takes writes and truncations back to the last sync, or leaves what had reached the disk by chance', () => {
  const changes = unsyncedIn(
    Buffer.concat([
      record({ kind: 'write', offset: 2, sizeBefore: 4, before: 'cd', after: 'XYZ' }),
      record({ kind: 'truncate', offset: 1, sizeBefore: 5, before: 'bXYZ' }),
      record({ kind: 'write', offset: 1, sizeBefore: 1, after: 'new' }),
    ]),
  );
  const now = Buffer.from('anew');
  expect(String(afterPowerCut(now, changes, none))).toBe('abcd');
  expect(String(afterPowerCut(now, changes, all))).toBe('anew');
  expect(String(afterPowerCut(now, changes, ({ offset }) => offset === 2))).toBe('abXYZ');
});

test('whatever was written since the sync, losing all of it gives the synced content back', () => {
  const change = fc.record({
    truncate: fc.boolean(),
    offset: fc.nat(40),
    text: fc.string({ minLength: 1, maxLength: 9 }),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(change, { maxLength: 12 }), (synced, steps) => {
      let content = Buffer.from(synced, 'latin1');
      const journal = steps.map(({ truncate, offset, text }) => {
        const bytes = Buffer.from(text, 'latin1').toString('latin1');
        const before = content.toString('latin1', offset, truncate ? undefined : offset + bytes.length);
        const entry = record({
          kind: truncate ? 'truncate' : 'write',
          offset,
          sizeBefore: content.length,
          before: '',
          after: '',
        });
        entry.writeBigInt64LE(BigInt(before.length), 24);
        entry.writeBigInt64LE(BigInt(truncate ? 0 : bytes.length), 32);
        const next = Buffer.alloc(truncate ? offset : Math.max(content.length, offset + bytes.length));
        content.copy(next);
        if (!truncate) next.write(bytes, offset, 'latin1');
        content = next;
        return Buffer.concat([entry, Buffer.from(before, 'latin1'), Buffer.from(truncate ? '' : bytes, 'latin1')]);
      });
      const changes = unsyncedIn(Buffer.concat(journal));
      expect(afterPowerCut(content, changes, none).toString('latin1')).toBe(
        Buffer.from(synced, 'latin1').toString('latin1'),
      );
      expect(afterPowerCut(content, changes, all).equals(content)).toBe(true);
    }),
  );
});
