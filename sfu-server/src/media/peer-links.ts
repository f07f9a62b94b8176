import {
  type Ceiling,
  isOtherLink,
  type Layout,
  LEAD_PEER,
  type LinkHealth,
  type PeerId,
  type PeerRungs,
  type UplinkRung,
} from '@tongke/shared-types';
import { Downlink } from './downlink.ts';
import type { EngineTransport } from './engine.ts';
import { Lasting } from './lasting.ts';
import { layoutOf } from './layout-of.ts';
import type { LessonMedia } from './lesson-media.ts';
import type { Track } from './track.ts';
import { Uplink } from './uplink.ts';
import type { Watch } from './watch.ts';

/** A link that is calm is looked at so many ms after the last look at the earliest, unless it goes worse: most of the cost of fifty good boards. */
const REST_MS = 4_500;

/** What was said or done of a link, or happened to it, makes the next look measure. */
const AT_ONCE = Number.NEGATIVE_INFINITY;

/** What runs over a peer's links now. */
interface Running {
  readonly watches: ReadonlyMap<string, Watch>;
  readonly send: () => EngineTransport | null;
  readonly receive: () => EngineTransport | null;
  readonly camera: () => Track | undefined;
}

/** What a browser says of its link: the made-up share of the voice, what fits on the way out in bit/s, and its round trip in ms. */
interface Said {
  readonly concealment: number | null;
  readonly outgoing: number | null;
  readonly roundTrip?: number | null | undefined;
}

/** [WL5] Both ways of one peer's link: what it receives, and what it sends of its camera. Times are ms of one monotonic clock. */
export class PeerLinks {
  readonly #peerId: PeerId;
  readonly #lesson: LessonMedia;
  readonly #running: Running;
  readonly #down = new Downlink();
  readonly #up = new Uplink();
  readonly #said = new Lasting<Said>();
  /** What a transport was limited to. */
  readonly #limited = new WeakMap<EngineTransport, number | null>();
  #restsUntil = AT_ONCE;
  /** The lesson's changes that consumers have followed. */
  #followed = -1;

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

  /** The share of the voice that its screen made up of late, 0 to 1; null where it has not said. */
  concealment(now: number): number | null {
    return this.#said.get(now)?.concealment ?? null;
  }

  hear(said: Said, now: number): void {
    const before = this.#said.get(now);
    if (!before || isOtherLink(before, said)) this.wake();
    this.#said.set(said, now);
    this.#down.heard(said.concealment, now);
    this.#up.heard(said.outgoing, now);
  }

  /** The next look measures, however calm it was. */
  wake(): void {
    this.#restsUntil = AT_ONCE;
  }

  /** [WL10] How both ways do at the moment. Rejects when the worker is gone. */
  async health(now: number): Promise<LinkHealth> {
    const [down, up] = await Promise.all([this.#running.receive()?.measure(), this.#running.send()?.measure()]);
    const said = this.#said.get(now);
    return {
      ...this.rungs,
      sent: down?.sent ?? 0,
      lossSent: down?.lossSent ?? 0,
      received: up?.received ?? 0,
      lossReceived: up?.lossReceived ?? 0,
      concealment: said?.concealment ?? null,
      roundTrip: said?.roundTrip ?? null,
    };
  }

  /** [WL9] From now on the link carries no more than this. */
  async allow({ down, up }: Ceiling): Promise<void> {
    this.wake();
    const before = this.sends;
    this.#down.allow(down);
    this.#up.allow(up);
    this.#tellIfOther(before);
    await this.#follow();
  }

  /** Both ways are connected anew. */
  renew(): void {
    this.wake();
    this.#down.renew();
    this.#up.renew();
  }

  /** Whether a look has anything to do here. */
  needsLook(now: number): boolean {
    if (now >= this.#restsUntil || this.#isBehind) return true;
    return [...this.#running.watches.values()].some(({ restless }) => restless);
  }

  /** Measures what runs, unless both ways are calm and were measured just now, and does what is carried. Rejects when the worker is gone. */
  async sample(now: number): Promise<void> {
    if (now < this.#restsUntil) {
      if (this.#isBehind) await this.#follow();
      return;
    }
    await this.#lookDown(now);
    await this.#follow();
    await this.#lookUp(now);
    if (this.#down.calm && this.#up.calm) this.#restsUntil = now + REST_MS;
  }

  /** The screen wants something else: every consumer does what the link carries of that, and the next look measures. */
  async follow(): Promise<void> {
    this.wake();
    await this.#follow();
  }

  async #follow(): Promise<void> {
    this.#followed = this.#lesson.changes;
    const plans = this.#down.plan(this.#layout);
    const watches = [...this.#running.watches.values()];
    const follows = watches.map((watch) => {
      const plan = (watch.wanted && plans.find(({ trackId }) => trackId === watch.track.id)) || null;
      const { peerId, source } = watch.track;
      return watch.follow(plan, source !== 'camera' || this.#lesson.sendsPicture(peerId));
    });
    await Promise.all(follows);
    // [WL11] The pictures' own packets do what the beacon is for.
    await this.#running.receive()?.restBeacon(watches.some(({ moves }) => moves));
  }

  /** The lesson has changed since consumers followed it. */
  get #isBehind(): boolean {
    return this.#followed !== this.#lesson.changes;
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
