import { LinkEstimate, PINGS_KEPT } from '@tongke/shared-types';

/** Pings that may be out at the same time: with a ping every 200 ms, those of the last 1.6 s. */
const OUT = 8;
/** One ping in so many takes a ping frame along. */
const FRAME_EVERY = 3;
/** A ping frame without an answer is given up after this long, in ms. */
const FRAME_PATIENCE_MS = 5_000;

/** Links that share one array for their estimates. */
const PAGE = 64;

export type Path = 'socket' | 'data';

/**
 * [TM2] The pings of all links that are out, and the little else that is kept of each, in a few flat arrays, which cost
 * no objects: 119 bytes a slot, and 512 for its estimate. A slot belongs to a link from `open` to `close`. Times are ms of the precise clock.
 */
export class OutstandingPings {
  readonly #random: () => number;
  readonly #free: number[] = [];
  #size = 0;
  #pings = new Uint32Array(0);
  #nonces = new Uint32Array(0);
  #sentAt = new Float64Array(0);
  /** One bit for each ping that is out: answered; answered by the data path. */
  #answered = new Uint8Array(0);
  #byData = new Uint8Array(0);
  #frameNonce = new Uint32Array(0);
  #frameSentAt = new Float64Array(0);
  #late = new Float32Array(0);
  #heard = new Uint8Array(0);
  readonly #pages: Uint32Array[] = [];

  /** `random` answers 32 random bits that nobody can foresee. */
  constructor(random: () => number) {
    this.#random = random;
  }

  open(): number {
    const slot = this.#free.pop() ?? this.#size++;
    if (slot >= this.#pings.length) this.#grow();
    this.#clear(slot);
    return slot;
  }

  /** A new estimate for this link, in a part of a larger array. */
  estimate(slot: number): LinkEstimate {
    const page = Math.floor(slot / PAGE);
    this.#pages[page] ??= new Uint32Array(PAGE * PINGS_KEPT);
    return new LinkEstimate(this.#pages[page], (slot % PAGE) * PINGS_KEPT);
  }

  /** An answer that is still on its way will not count for whoever gets the slot. */
  close(slot: number): void {
    this.#clear(slot);
    this.#free.push(slot);
  }

  /** A ping goes out now; answers its nonce. The ping that went out eight before it is given up. */
  ping(slot: number, now: number): number {
    const number = at(this.#pings, slot);
    const place = number % OUT;
    const kept = ~(1 << place);
    const nonce = ((this.#random() & ~(OUT - 1)) | place) >>> 0;
    this.#pings[slot] = number + 1;
    this.#nonces[slot * OUT + place] = nonce;
    this.#sentAt[slot * OUT + place] = now;
    this.#answered[slot] = at(this.#answered, slot) & kept;
    this.#byData[slot] = at(this.#byData, slot) & kept;
    this.#heard[slot] = 0;
    return nonce;
  }

  /** The round trip that this answer tells, or null: only the first copy counts, by whichever path, and only of a ping that is out. */
  pong(slot: number, nonce: number, now: number, path: Path): number | null {
    const place = nonce % OUT;
    const bit = 1 << place;
    if (nonce < OUT || at(this.#nonces, slot * OUT + place) !== nonce) return null;
    if (path === 'data') this.#byData[slot] = at(this.#byData, slot) | bit;
    const answered = at(this.#answered, slot);
    this.#answered[slot] = answered | bit;
    return answered & bit ? null : now - at(this.#sentAt, slot * OUT + place);
  }

  /** A ping frame goes out now; answers its nonce, or null when it is not its turn or an earlier one is out. */
  frame(slot: number, now: number): number | null {
    if (at(this.#pings, slot) % FRAME_EVERY !== 1) return null;
    const isOut = at(this.#frameNonce, slot) !== 0 && now - at(this.#frameSentAt, slot) < FRAME_PATIENCE_MS;
    if (isOut) return null;
    const nonce = (this.#random() | 1) >>> 0;
    this.#frameNonce[slot] = nonce;
    this.#frameSentAt[slot] = now;
    return nonce;
  }

  /** The round trip of the ping frame, or null when it is not the one that is out. */
  frameAnswered(slot: number, nonce: number, now: number): number | null {
    if (nonce === 0 || at(this.#frameNonce, slot) !== nonce) return null;
    this.#frameNonce[slot] = 0;
    return now - at(this.#frameSentAt, slot);
  }

  /** Whether the data path has answered half of the last pings. */
  hasDataPath(slot: number): boolean {
    const out = Math.min(OUT, at(this.#pings, slot));
    const answered = bits(at(this.#byData, slot));
    return answered > 0 && answered * 2 >= out;
  }

  setLate(slot: number, late: number): void {
    this.#late[slot] = late;
  }

  /** The device's own correction, in ms. */
  late(slot: number): number {
    return at(this.#late, slot);
  }

  /** Counts what a data path says; true while it says no more than `most` between two pings. */
  mayHear(slot: number, most: number): boolean {
    const heard = Math.min(0xff, at(this.#heard, slot) + 1);
    this.#heard[slot] = heard;
    return heard <= most;
  }

  #clear(slot: number): void {
    this.#nonces.fill(0, slot * OUT, (slot + 1) * OUT);
    for (const column of [this.#pings, this.#answered, this.#byData, this.#frameNonce, this.#late, this.#heard]) {
      column[slot] = 0;
    }
  }

  #grow(): void {
    const size = Math.max(64, this.#pings.length * 2);
    const more = <T extends Uint8Array | Uint32Array | Float32Array | Float64Array>(column: T, each = 1): T => {
      const larger = new (column.constructor as new (length: number) => T)(size * each);
      larger.set(column);
      return larger;
    };
    this.#pings = more(this.#pings);
    this.#nonces = more(this.#nonces, OUT);
    this.#sentAt = more(this.#sentAt, OUT);
    this.#answered = more(this.#answered);
    this.#byData = more(this.#byData);
    this.#frameNonce = more(this.#frameNonce);
    this.#frameSentAt = more(this.#frameSentAt);
    this.#late = more(this.#late);
    this.#heard = more(this.#heard);
  }
}

function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? 0;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
