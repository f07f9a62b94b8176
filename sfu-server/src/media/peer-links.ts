import {
  type Ceiling,
  type Layout,
  LEAD_PEER,
  type PeerId,
  type PeerRungs,
  type UplinkRung,
} from '@tongke/shared-types';
import { Downlink } from './downlink.ts';
import type { EngineTransport } from './engine.ts';
import { layoutOf } from './layout-of.ts';
import type { LessonMedia } from './peer-media.ts';
import type { Track } from './track.ts';
import { Uplink } from './uplink.ts';
import type { Watch } from './watch.ts';

/** What runs over a peer's links now. */
interface Running {
  readonly watches: ReadonlyMap<string, Watch>;
  readonly send: () => EngineTransport | null;
  readonly receive: () => EngineTransport | null;
  readonly camera: () => Track | undefined;
}

/** [WL5] Both ways of one peer's link: what it receives, and what it sends of its camera. Times are ms of one monotonic clock. */
export class PeerLinks {
  readonly #peerId: PeerId;
  readonly #lesson: LessonMedia;
  readonly #running: Running;
  readonly #down = new Downlink();
  readonly #up = new Uplink();
  /** What a transport was limited to. */
  readonly #limited = new WeakMap<EngineTransport, number | null>();

  constructor(peerId: PeerId, lesson: LessonMedia, running: Running) {
    this.#peerId = peerId;
    this.#lesson = lesson;
    this.#running = running;
  }

  /** Where they stand, as far as anybody is told. */
  get rungs(): Omit<PeerRungs, 'peerId'> {
    return { down: this.#down.rung, up: this.#up.rung };
  }

  /** What it is to send of its camera now. */
  get sends(): UplinkRung {
    return this.#up.running;
  }

  /** What its browser says: the made-up share of the voice, and what fits on the way out in bit/s. */
  hear(concealment: number | null, outgoing: number | null, now: number): void {
    this.#down.heard(concealment, now);
    this.#up.heard(outgoing, now);
  }

  /** [WL9] From now on the link carries no more than this. */
  async allow({ down, up }: Ceiling): Promise<void> {
    const before = this.sends;
    this.#down.allow(down);
    this.#up.allow(up);
    this.#tellIfOther(before);
    await this.follow();
  }

  /** Measures what runs, and does what is carried. Rejects when the worker is gone. */
  async sample(now: number): Promise<void> {
    await this.#lookDown(now);
    await this.follow();
    await this.#lookUp(now);
  }

  /** Every consumer does what the link carries of what the screen wants. */
  async follow(): Promise<void> {
    const plans = this.#down.plan(this.#layout);
    const follows = [...this.#running.watches.values()].map((watch) => {
      const plan = (watch.wanted && plans.find(({ trackId }) => trackId === watch.track.id)) || null;
      const { peerId, source } = watch.track;
      return watch.follow(plan, source !== 'camera' || this.#lesson.sendsPicture(peerId));
    });
    await Promise.all(follows);
  }

  get #layout(): Layout {
    return layoutOf(this.#running.watches.values(), this.#lesson);
  }

  async #lookDown(now: number): Promise<void> {
    const receive = this.#running.receive();
    const layout = this.#layout;
    if (!receive || layout.length === 0) return;
    const limit = this.#down.limit(layout);
    if (limit !== (this.#limited.get(receive) ?? null)) {
      this.#limited.set(receive, limit);
      await receive.limit(limit);
    }
    this.#down.see(await receive.measure(), layout, now);
  }

  /** The lead teacher's own uplink is left to the browser: it is the lesson's source, and a city school's. */
  async #lookUp(now: number): Promise<void> {
    const send = this.#running.send();
    const camera = this.#running.camera();
    if (this.#peerId === LEAD_PEER || !send || !camera?.watched) return;
    const before = this.sends;
    this.#up.see(await send.measure(), camera.score, now);
    this.#tellIfOther(before);
  }

  #tellIfOther(before: UplinkRung): void {
    if (this.sends !== before) this.#lesson.notify({ type: 'peer.uplink', peerId: this.#peerId, rung: this.sends });
  }
}
