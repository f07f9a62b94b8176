import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCue, sealCue } from './cue.ts';
import { type CuePart, cueAssembler, cueParts } from './cue-parts.ts';
import { DATAGRAM_MAX_BYTES } from './data-channel.ts';
import { type TimingDatagram, type TimingDown, timingDatagram, timingUp } from './timing.ts';
import { decodeTimingDatagram, decodeTimingDown, encodeTimingDatagram, encodeTimingDown } from './timing-bytes.ts';

const roundId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/).filter((name) => !(name in Object.prototype));
const nonce = fc.integer({ min: 0, max: 0xffff_ffff });
const time = fc.double({ min: 0, max: 1e10, noNaN: true }).map((ms) => ms + 0);
const anyBytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });

const down: fc.Arbitrary<TimingDown> = fc.oneof(
  fc.record({ type: fc.constant('ping' as const), nonce }),
  fc.record({ type: fc.constant('cue' as const), roundId, sealed: anyBytes(1, 1_100) }),
  fc.record({ type: fc.constant('key' as const), roundId, key: anyBytes(32, 32) }),
);
const up: fc.Arbitrary<TimingDatagram> = fc.oneof(
  fc.record({ type: fc.constant('pong' as const), nonce }),
  fc.record({ type: fc.constant('cued' as const), roundId }),
  fc.record({ type: fc.constant('shown' as const), roundId, at: time }),
  fc.record({
    type: fc.constant('press' as const),
    id: roundId,
    roundId,
    shown: fc.option(time),
    pressed: time,
  }),
);

describe('timing messages', () => {
  it('[TM7] say on the data path exactly what they say on the socket', () => {
    fc.assert(
      fc.property(down, (message) => {
        const assemble = cueAssembler();
        const datagrams = encodeTimingDown(message);
        expect(Math.max(...datagrams.map(({ length }) => length))).toBeLessThanOrEqual(DATAGRAM_MAX_BYTES);
        const read = datagrams.map(decodeTimingDown).map((one) => (one?.type === 'cue-part' ? assemble(one) : one));
        expect(read.filter((one) => one !== null)).toEqual([message]);
      }),
    );
    fc.assert(
      fc.property(up, (message) => {
        const read = decodeTimingDatagram(encodeTimingDatagram(message));
        expect(read).toEqual(message);
        expect(timingDatagram.parse(read)).toEqual(message);
      }),
    );
  });

  it('[TM7] are nothing when a byte is missing or too many', () => {
    fc.assert(
      fc.property(up, anyBytes(1, 8), (message, more) => {
        const whole = encodeTimingDatagram(message);
        for (let length = 0; length < whole.length; length += 1) {
          expect(timingDatagram.safeParse(decodeTimingDatagram(whole.subarray(0, length))).success).toBe(false);
        }
        expect(decodeTimingDatagram(Uint8Array.from([...whole, ...more]))).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('[TM7] of strangers never throw, and what passes is within its bounds', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyBytes(0, 200), anyBytes(1_150, 1_300)),
        fc.constantFrom(1, 2, 3, 17, 18, 19, 20),
        (bytes, kind) => {
          if (bytes.length > 0) bytes[0] = kind;
          decodeTimingDown(bytes);
          const parsed = timingDatagram.safeParse(decodeTimingDatagram(bytes));
          if (parsed.success && parsed.data.type === 'press') expect(parsed.data.pressed).toBeLessThanOrEqual(1e10);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('[TM10] claim no more lateness of a device than is believed', () => {
    expect(timingUp.safeParse({ type: 'device', late: 60 }).success).toBe(true);
    for (const late of [-1, 60.5, Number.NaN, Number.POSITIVE_INFINITY, '20']) {
      expect(timingUp.safeParse({ type: 'device', late }).success).toBe(false);
    }
  });
});

describe('a sealed cue', () => {
  const key = new Uint8Array(32).fill(7);
  const nonce = new Uint8Array(24).fill(9);
  const cue = { prompt: '3/8 + 1/8 = ?', mode: 'pupil', teams: null } as const;

  it('[TM4] opens with its key, for its round, unchanged; and not otherwise', () => {
    const sealed = sealCue(cue, 'round-1', key, nonce);
    expect(openCue(sealed, 'round-1', key)).toEqual(cue);
    expect(openCue(sealed, 'round-2', key)).toBeNull();
    expect(openCue(sealed, 'round-1', new Uint8Array(32).fill(8))).toBeNull();
    expect(openCue(sealed.subarray(0, 30), 'round-1', key)).toBeNull();
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = sealed.slice();
        other[at] = (other[at] ?? 0) ^ change;
        expect(openCue(other, 'round-1', key)).toBeNull();
      }),
    );
  });

  it('[TM4] does not tell its text: neither the bytes nor the length', () => {
    const plain = new TextEncoder().encode('3/8 + 1/8');
    const sealed = sealCue(cue, 'round-1', key, nonce);
    expect(Buffer.from(sealed).includes(Buffer.from(plain))).toBe(false);
    expect(sealed.length).toBe(sealCue({ ...cue, prompt: '' }, 'round-1', key, nonce).length);
    const other = sealCue(cue, 'round-1', new Uint8Array(32).fill(8), nonce);
    expect(Buffer.from(other.subarray(24)).equals(Buffer.from(sealed.subarray(24)))).toBe(false);
  });

  it('[TM4] arrives on the data path in parts, in any order, doubled or mixed with those of another cue', () => {
    const whole = (prompt: string, fill: number) => {
      const sealed = sealCue({ ...cue, prompt, mode: 'fresh-first' }, 'r', key, new Uint8Array(24).fill(fill));
      return { type: 'cue', roundId: 'r'.repeat(64), sealed } as const;
    };
    const longest = whole('𠮷'.repeat(160), 1);
    const parts = cueParts(longest);
    expect(parts.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts, ...parts], { minLength: parts.length * 2 }), (shuffled) => {
        const assemble = cueAssembler();
        const put = (part: CuePart) => assemble(part);
        const [stray] = cueParts(whole('2 + 2', 2));
        if (stray) put({ ...stray, of: 2 });
        const found = shuffled.map(put).filter((one) => one !== null);
        expect(found[0]).toEqual(longest);
      }),
    );
    expect(cueParts(whole('', 1))).toHaveLength(1);
  });
});
