/** One Opus packet and its RTP timestamp (48 kHz). */
interface Spoken {
  readonly at: number;
  readonly payload: Uint8Array;
}

/** The most that a block's header can say (RFC 2198): 14 bits of timestamp, 10 bits of length. */
const MOST_BACK = 2 ** 14;
const MOST_BYTES = 2 ** 10;

/**
 * Puts older packets before each one, as RFC 2198 (RTP payload for redundant audio data) says: for each block a header of 4 bytes, for the
 * last one of 1 byte, then the blocks. `copies` says how many packets back each copy is, the oldest first; `opus` is Opus's payload type.
 */
export function createPackRed(opus: number, copies: readonly number[]): (spoken: Spoken) => Uint8Array<ArrayBuffer> {
  const past: Spoken[] = [];
  return (spoken) => {
    const blocks = copies
      .map((back) => past[past.length - back])
      .filter((old) => old !== undefined)
      .filter(({ at, payload }) => spoken.at - at < MOST_BACK && spoken.at > at && payload.length < MOST_BYTES);
    past.push(spoken);
    if (past.length > Math.max(...copies)) past.shift();
    const headers = blocks.flatMap(({ at, payload: { length } }) => {
      const back = spoken.at - at;
      return [0x80 | opus, back >> 6, ((back & 0x3f) << 2) | (length >> 8), length & 0xff];
    });
    const parts = [Uint8Array.of(...headers, opus), ...blocks.map(({ payload }) => payload), spoken.payload];
    const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    parts.reduce((from, part) => {
      packed.set(part, from);
      return from + part.length;
    }, 0);
    return packed;
  };
}
