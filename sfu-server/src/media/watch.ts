import type { ConsumerOffer, PeerId, TrackPlan } from '@tongke/shared-types';
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
  #wanted = false;
  #layer = 0;
  #carried = false;
  #flows = false;
  #held = false;
  #followed: Pick<TrackPlan, 'spatialLayer' | 'temporalLayer' | 'priority'> | null = null;
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
    return this.#flows;
  }

  /** Whether the viewer wants it now, and the highest layer that it has use for. */
  get wanted(): boolean {
    return this.#wanted;
  }

  get layer(): number {
    return this.#layer;
  }

  get offer(): ConsumerOffer {
    const { id: consumerId, kind, rtpParameters } = this.#consumer;
    return { consumerId, trackId: this.track.id, kind, rtpParameters };
  }

  /** True for a wanted picture that the link does not carry. */
  get held(): boolean {
    return this.#held;
  }

  want(wanted: boolean): void {
    this.#wanted = wanted;
  }

  wantLayer(layer: number): void {
    this.#layer = layer;
  }

  /** [WL5] Does what the plan says; null: the viewer does not want it. `sends`: its uplink carries it. What has not changed costs nothing. */
  async follow(plan: TrackPlan | null, sends: boolean): Promise<void> {
    const carried = plan !== null && !plan.paused;
    this.#carried = carried;
    // First the layer: it must not begin with the top one.
    await Promise.all([carried && this.#adjust(plan), this.settle()]);
    this.#tellHeld(plan !== null && (plan.paused || !sends));
  }

  /** Packets flow while the viewer wants them, the link carries them and the track lets them through. */
  async settle(): Promise<void> {
    const flows = this.#carried && this.track.lets(this.peerId);
    if (this.#closed || flows === this.#flows) return;
    this.#flows = flows;
    await (flows ? this.#consumer.resume() : this.#consumer.pause());
    if (!this.#closed) this.track.recount();
  }

  /** The screen shows something else meanwhile than the last picture. */
  #tellHeld(held: boolean): void {
    if (held === this.#held || this.#closed || this.#consumer.kind === 'audio') return;
    this.#held = held;
    this.#notify({ type: 'consumer.held', peerId: this.peerId, consumerId: this.id, held });
  }

  /** The viewer wants it no longer: nobody is told. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#flows = false;
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

  async #adjust({ spatialLayer, temporalLayer, priority }: TrackPlan): Promise<void> {
    if (this.#consumer.kind === 'audio') return;
    const before = this.#followed;
    this.#followed = { spatialLayer, temporalLayer, priority };
    const same = before?.spatialLayer === spatialLayer && before.temporalLayer === temporalLayer;
    await Promise.all([
      same || this.#consumer.prefer({ spatialLayer, temporalLayer }),
      before?.priority === priority || this.#consumer.prioritize(priority),
    ]);
  }
}
