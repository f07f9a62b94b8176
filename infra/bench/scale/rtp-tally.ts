/** Where one stream stands at its receiver. */
interface Heard {
  last: number;
  /** Packets from the first to the last one, whether they came or not. */
  span: number;
}

/**
 * What a receiver was sent: all streams of it, what is sent again or to fill the link included. What got lost on the way shows in the gaps of the
 * sequence numbers (RFC 3550, A.3) and counts as sent.
 */
export class RtpTally {
  readonly #streams = new Map<number, Heard>();
  #came = 0;
  #spans = 0;

  /** Packets that came. */
  get came(): number {
    return this.#came;
  }

  /** Packets that were sent, as far as the sequence numbers tell. */
  get sent(): number {
    return this.#spans;
  }

  take(packet: Buffer): void {
    const [sequence, ssrc] = [packet.readUInt16BE(2), packet.readUInt32BE(8)];
    this.#came += 1;
    const stream = this.#streams.get(ssrc);
    if (!stream) {
      this.#streams.set(ssrc, { last: sequence, span: 1 });
      this.#spans += 1;
      return;
    }
    const ahead = (sequence - stream.last) & 0xffff;
    // What is older came late or again.
    if (ahead >= 0x8000) return;
    stream.last = sequence;
    stream.span += ahead;
    this.#spans += ahead;
  }
}
