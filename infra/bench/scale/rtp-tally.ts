/** The stream by which mediasoup fills a link to try it (`RtpProbationSsrc`): its sequence numbers jump, so that it counts as it comes. */
const PROBATION_SSRC = 1_234;

/**
 * What a receiver was sent: all streams of it, what is sent again or to fill the link included. What got lost on the way shows in the gaps of the
 * sequence numbers (RFC 3550, A.3) and counts as sent.
 */
export class RtpTally {
  /** The newest sequence number of each stream, by SSRC. */
  readonly #newest = new Map<number, number>();
  #came = 0;
  #sent = 0;

  /** Packets that came. */
  get came(): number {
    return this.#came;
  }

  /** Packets that were sent, as far as the sequence numbers tell. */
  get sent(): number {
    return this.#sent;
  }

  take(packet: Buffer): void {
    const [sequence, ssrc] = [packet.readUInt16BE(2), packet.readUInt32BE(8)];
    this.#came += 1;
    const newest = this.#newest.get(ssrc);
    if (newest === undefined || ssrc === PROBATION_SSRC) {
      this.#newest.set(ssrc, sequence);
      this.#sent += 1;
      return;
    }
    const ahead = (sequence - newest) & 0xffff;
    // What is older came late or again.
    if (ahead >= 0x8000) return;
    this.#newest.set(ssrc, sequence);
    this.#sent += ahead;
  }
}
