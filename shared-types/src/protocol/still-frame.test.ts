import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStill, writeStill } from './still-frame.ts';

const jpeg = Uint8Array.of(0xff, 0xd8, 1, 2);

test('a still is the same when it has travelled, with and without a name of whose it is', () => {
  for (const peerId of [null, 'lead', 'x'.repeat(64)]) {
    const { peerId: whose, jpeg: picture } = readStill(writeStill({ peerId, jpeg }));
    expect([whose, [...picture]]).toEqual([peerId, [...jpeg]]);
  }
});

test('any bytes are read, and none beyond their end', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const { peerId, jpeg: picture } = readStill(bytes);
      expect((peerId ?? '').length + picture.byteLength).toBeLessThanOrEqual(bytes.byteLength);
    }),
  );
});
