/** Messages at once, and lasting per second: calibration, a round and a nervous finger together stay far below. */
const BURST = 60;
const PER_SECOND = 20;
/** One that sends so many more than it may within the same minute is no tablet of ours. */
const FLOOD = 600;
const MINUTE_MS = 60_000;

/** [DP4] What one seat may send over its data channel. */
export class SeatAllowance {
  #tokens = BURST;
  #at: number;
  #dropped = 0;
  #droppedSince: number;

  constructor(now: number) {
    this.#at = now;
    this.#droppedSince = now;
  }

  /** What becomes of a message that arrives now (ms). */
  take(now: number): 'pass' | 'drop' | 'flood' {
    this.#tokens = Math.min(BURST, this.#tokens + ((now - this.#at) * PER_SECOND) / 1_000);
    this.#at = now;
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return 'pass';
    }
    if (now - this.#droppedSince > MINUTE_MS) {
      this.#dropped = 0;
      this.#droppedSince = now;
    }
    this.#dropped += 1;
    return this.#dropped > FLOOD ? 'flood' : 'drop';
  }
}
