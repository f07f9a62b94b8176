import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPackRed } from './pack-red.ts';

const OPUS = 111;

/** Reads a packet as a receiver does, after RFC 2198. */
function unpack(packed: Uint8Array, at: number): { at: number; payload: number[] }[] {
  const blocks: { at: number; length: number | null }[] = [];
  let here = 0;
  for (;;) {
    const [first = 0, second = 0, third = 0, fourth = 0] = packed.subarray(here);
    expect(first & 0x7f).toBe(OPUS);
    if (!(first & 0x80)) break;
    blocks.push({ at: at - ((second << 6) | (third >> 2)), length: ((third & 3) << 8) | fourth });
    here += 4;
  }
  here += 1;
  return [...blocks, { at, length: null }].map(({ at: then, length }) => {
    const payload = [...packed.subarray(here, length === null ? undefined : here + length)];
    here += payload.length;
    return { at: then, payload };
  });
}

const spoken = (at: number, ...payload: number[]) => ({ at, payload: Uint8Array.from(payload) });

describe('[VO4] copies of a voice in its later packets', () => {
  test('each packet carries the ones before it that are named, the oldest first', () => {
    const pack = createPackRed(OPUS, [2, 1]);
    expect(unpack(pack(spoken(0, 1)), 0)).toEqual([{ at: 0, payload: [1] }]);
    expect(unpack(pack(spoken(2_880, 2, 2)), 2_880)).toEqual([
      { at: 0, payload: [1] },
      { at: 2_880, payload: [2, 2] },
    ]);
    pack(spoken(5_760, 3));
    expect(unpack(pack(spoken(8_640, 4)), 8_640)).toEqual([
      { at: 2_880, payload: [2, 2] },
      { at: 5_760, payload: [3] },
      { at: 8_640, payload: [4] },
    ]);
  });

  test('what a header cannot name is left out: too far back, too long, from a clock that began anew', () => {
    const of = (first: ReturnType<typeof spoken>, second: ReturnType<typeof spoken>) => {
      const pack = createPackRed(OPUS, [1]);
      pack(first);
      return unpack(pack(second), second.at).length;
    };
    expect(of(spoken(0, 1), spoken(16_383, 2))).toBe(2);
    expect(of(spoken(0, 1), spoken(16_384, 2))).toBe(1);
    expect(of(spoken(0, ...Array<number>(1_023).fill(1)), spoken(960, 2))).toBe(2);
    expect(of(spoken(0, ...Array<number>(1_024).fill(1)), spoken(960, 2))).toBe(1);
    expect(of(spoken(4_294_966_000, 1), spoken(500, 2))).toBe(1);
  });

  test('whatever was said, a receiver reads it', () => {
    const words = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 20 });
    const copies = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(words, copies, (said, back) => {
        const pack = createPackRed(
          OPUS,
          [...back].sort((a, b) => b - a),
        );
        said.forEach((payload, n) => {
          const all = unpack(pack({ at: n * 2_880, payload }), n * 2_880);
          for (const block of all) expect(block.payload).toEqual([...(said[block.at / 2_880] ?? [])]);
          expect(all).toHaveLength(1 + back.filter((one) => one <= n).length);
        });
      }),
    );
  });
});
