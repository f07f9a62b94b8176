import type { ConsumerOffer, PeerId } from '@tongke/shared-types';
import type { EngineConsumer } from './engine.ts';
import type { Notify } from './notify.ts';
import type { Track } from './track.ts';

/** One peer that receives one track; paused at first. */
export class Watch {
  readonly peerId: PeerId;
  readonly track: Track;
  readonly #consumer: EngineConsumer;
  readonly #notify: Notify;
  readonly #onClosed: (watch: Watch) => void;
  #active = false;
  #closed = false;

  constructor(
    peerId: PeerId,
    track: Track,
    consumer: EngineConsumer,
    notify: Notify,
    onClosed: (watch: Watch) => void,
  ) {
    this.peerId = peerId;
    this.track = track;
    this.#consumer = consumer;
    this.#notify = notify;
    this.#onClosed = onClosed;
    track.add(this);
  }

  get id(): string {
    return this.#consumer.id;
  }

  /** True while packets are forwarded. */
  get active(): boolean {
    return this.#active;
  }

  /** How well it gets through, 0 to 10. */
  get score(): number {
    return this.#consumer.score;
  }

  get offer(): ConsumerOffer {
    const { id: consumerId, kind, rtpParameters } = this.#consumer;
    return { consumerId, trackId: this.track.id, kind, rtpParameters };
  }

  async resume(): Promise<void> {
    await this.#consumer.resume();
    this.#turn(true);
  }

  async pause(): Promise<void> {
    await this.#consumer.pause();
    this.#turn(false);
  }

  preferLayer(spatialLayer: number): Promise<void> {
    return this.#consumer.preferLayer(spatialLayer);
  }

  /** The viewer wants it no longer: nobody is told. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#active = false;
    this.#consumer.close();
    this.#onClosed(this);
    this.track.remove(this);
  }

  /** It ends for a reason that the viewer does not know: it is told. */
  end(): void {
    if (this.#closed) return;
    this.close();
    this.#notify({ type: 'consumer.closed', peerId: this.peerId, consumerId: this.id });
  }

  #turn(active: boolean): void {
    if (this.#closed) return;
    this.#active = active;
    this.track.recount();
  }
}
