import type { Datagrams } from '../media/datagrams.ts';

type Received = Parameters<Datagrams['onReceived']>[0];

/** Data channels whose far ends are in the hands of the test. */
export class FakeDatagrams implements Datagrams {
  /** Seats that have a channel, as `LESSON/SEAT`. */
  readonly open = new Set<string>();
  readonly sent: { readonly lessonId: string; readonly seatId: string; readonly bytes: Uint8Array }[] = [];
  readonly #listeners = new Set<Received>();

  send(lessonId: string, seatId: string, bytes: Uint8Array): boolean {
    if (!this.open.has(`${lessonId}/${seatId}`)) return false;
    this.sent.push({ lessonId, seatId, bytes });
    return true;
  }

  onReceived(listener: Received): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A tablet sends something. */
  arrive(lessonId: string, seatId: string, bytes: Uint8Array): void {
    for (const listener of this.#listeners) listener(lessonId, seatId, bytes);
  }
}
