import { type ConsumerOffer, LEAD_PEER, type PeerId, type TrackPlan } from '@tongke/shared-types';
import type { EngineConsumer } from './engine.ts';
import type { Notify } from './notify.ts';
import type { Track } from './track.ts';
import { AT_PLAIN, flowsAt, stepTurnover } from './turnover.ts';
import { VoiceNeed } from './voice-need.ts';

/** A consumer of the protected form of a voice. */
interface Shelter {
  /** The producer. */
  readonly of: string;
  readonly consumer: EngineConsumer;
  /** Its browser has attached it. */
  ready: boolean;
  flows: boolean;
}

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
  #active = false;
  #flows = false;
  #held = false;
  #followed: Pick<TrackPlan, 'spatialLayer' | 'temporalLayer' | 'priority'> | null = null;
  #closed = false;
  /** [VO2] The same voice in its protected form. */
  #shelter: Shelter | null = null;
  #turnover = AT_PLAIN;
  readonly #need = new VoiceNeed();
  #needsShelter = false;

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

  /** True while a camera's picture moves. */
  get moves(): boolean {
    return this.#active && this.track.source === 'camera' && !this.#held && this.track.score > 0;
  }

  /** Whether the viewer wants it now, and the highest layer that it has use for. */
  get wanted(): boolean {
    return this.#wanted;
  }

  get layer(): number {
    return this.#layer;
  }

  get offer(): ConsumerOffer {
    return this.#offerOf(this.#consumer);
  }

  #offerOf({ id: consumerId, kind, rtpParameters }: EngineConsumer): ConsumerOffer {
    return { consumerId, trackId: this.track.id, kind, rtpParameters };
  }

  /** True for a wanted picture that the link does not carry. */
  get held(): boolean {
    return this.#held;
  }

  /** Whether its link calls for the protected form of a voice. */
  get needsShelter(): boolean {
    return this.#needsShelter;
  }

  /** Whether the form of a voice may have to change before its link is looked at by itself. */
  get restless(): boolean {
    if (this.track.source !== 'microphone') return false;
    if (this.#shelter) return true;
    return this.track.peerId === LEAD_PEER ? this.#wanted && !this.#need.calm : this.track.onlySheltered;
  }

  /** The protected form's consumer, or null. */
  get sheltered(): string | null {
    return this.#shelter?.consumer.id ?? null;
  }

  /** Whether nothing of the plain form goes to it. */
  get hearsShelterAlone(): boolean {
    return this.#turnover.at === 'protected';
  }

  /** Its browser has attached the protected form. */
  sheltersReady(): void {
    if (this.#shelter) this.#shelter.ready = true;
  }

  /**
   * [VO2] A look at which form a voice is to have. `concealment`: the share of it that the screen made up; `open` makes a
   * paused consumer of the protected one, or null where it cannot.
   */
  async turn(
    concealment: number | null,
    now: number,
    open: (producerId: string) => Promise<EngineConsumer | null>,
  ): Promise<void> {
    if (this.track.source !== 'microphone') return;
    const needed = this.#wanted && (await this.#isNeeded(concealment, now));
    this.#needsShelter = needed;
    const of = this.track.sheltered?.id;
    if (needed && of && !this.#shelter) {
      const consumer = await open(of);
      if (this.#closed || !consumer) return consumer?.close();
      this.#shelter = { of, consumer, ready: false, flows: false };
    }
    const shelter = this.#shelter;
    if (!shelter) return;
    const { ready } = shelter;
    // One that ended, or was replaced, carries nothing any more.
    this.#turnover = shelter.of === of ? stepTurnover(this.#turnover, { needed, ready }, now) : AT_PLAIN;
    if (this.#turnover.at === 'plain') this.#endShelter();
    await this.settle();
    if (ready || shelter !== this.#shelter || this.#closed) return;
    // Said again until it is heard: a notice may be lost with the link to signaling.
    this.#notify({ type: 'consumer.shelter', peerId: this.peerId, offer: this.#offerOf(shelter.consumer) });
  }

  /** [VO1] By the own link for the lead teacher's voice; [VO5] by the uplink for a classroom's. */
  async #isNeeded(concealment: number | null, now: number): Promise<boolean> {
    if (this.track.peerId !== LEAD_PEER) return this.track.onlySheltered;
    const heard = this.hearsShelterAlone ? this.#shelter?.consumer : this.#consumer;
    return (await this.#need.look(heard ?? this.#consumer, concealment, now)) === 'protected';
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
    if (this.#closed) return;
    const active = this.#carried && this.track.lets(this.peerId);
    const forms = flowsAt(this.#turnover);
    const turned = active !== this.#active;
    this.#active = active;
    await Promise.all([this.#flow(active && forms.plain), this.#flowSheltered(active && forms.sheltered)]);
    if (turned && !this.#closed) this.track.recount();
  }

  async #flow(flows: boolean): Promise<void> {
    if (flows === this.#flows) return;
    this.#flows = flows;
    await (flows ? this.#consumer.resume() : this.#consumer.pause());
  }

  async #flowSheltered(flows: boolean): Promise<void> {
    const shelter = this.#shelter;
    if (!shelter || flows === shelter.flows) return;
    shelter.flows = flows;
    await (flows ? shelter.consumer.resume() : shelter.consumer.pause());
  }

  /** Its browser hears of it: it plays the plain form again. */
  #endShelter(): void {
    if (!this.#shelter) return;
    const { consumer } = this.#shelter;
    this.#shelter = null;
    consumer.close();
    this.#notify({ type: 'consumer.closed', peerId: this.peerId, consumerId: consumer.id });
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
    this.#active = false;
    this.#shelter?.consumer.close();
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
