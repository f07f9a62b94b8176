import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_STILLS, readStills, type StillFrame, writeStills } from './still-frame.ts';

const plain = (stills: readonly StillFrame[]) => stills.map(({ peerId, jpeg }) => [peerId, [...jpeg]]);
const some = (most: number) => {
  const peerId = fc.oneof(fc.constant(null), fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 255 }));
  return fc.array(fc.record({ peerId, jpeg: fc.uint8Array() }), { maxLength: most });
};

test('stills are the same when they have travelled, with and without a name of whose they are', () => {
  fc.assert(
    fc.property(some(MOST_STILLS), (stills) => {
      expect(plain(readStills(writeStills(stills)))).toEqual(plain(stills));
    }),
  );
});

test('of a message that is cut off, or that has too many, the first are read', () => {
  fc.assert(
    fc.property(some(2 * MOST_STILLS), fc.nat(600), (stills, cut) => {
      const read = readStills(writeStills(stills).slice(0, -1 - cut));
      expect(read.length).toBeLessThanOrEqual(MOST_STILLS);
      expect(plain(read)).toEqual(plain(stills.slice(0, read.length)));
    }),
  );
});

test('any bytes are read, and none beyond their end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, from) => {
      const window = bytes.subarray(from);
      const read = readStills(window).reduce((sum, { peerId, jpeg }) => sum + (peerId ?? '').length + jpeg.length, 0);
      expect(read).toBeLessThanOrEqual(window.byteLength);
    }),
  );
});
