import { FakeScreen } from '@tongke/signaling/testing';
import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { protect, type SrtpKeys } from '../../mediasoup-worker/smoke/srtp.mjs';
import { Rehearsal } from '../join/rehearsal.ts';
import { childrenOf, processCpuUs } from '../process-cpu.ts';
import { BENCH_STREAM, packetsOf } from './bench-stream.ts';
import { type MediaPeer, openMediaPeer, type PeerOptions } from './media-peer.ts';
import type { Measured } from './pairs.ts';
import { reportAsBrowser } from './report-as-browser.ts';
import type { Pace } from './send-steadily.ts';

/** What a board says by itself: how its link does, where that is nothing new, and a small picture while nobody watches its camera. */
const LINK_REPORT_MS = 10_000;
const LINK_REPORT = { type: 'link', concealment: 0, outgoing: 1_000_000 } as const;
const STILL_MS = 5_000;
/** Between two packets while the boards come. */
const TRICKLE_MS = 100;
const STILL = { type: 'still', jpeg: new Uint8Array(4_096) } as const;

export interface ProductRigOptions extends Omit<PeerOptions, 'certificate'>, Pace {
  /** The worker's program. */
  readonly worker: string;
  readonly tlsDir: string;
}

/** What was received, and what it took: the sum of the three processes. */
export interface ProductCount extends Measured {
  readonly parts: { readonly worker: number; readonly sfu: number; readonly signaling: number };
}

/** The whole product with one worker: a lead teacher who sends one stream, and so many boards that watch it. */
export class ProductRig {
  readonly #rehearsal: Rehearsal;
  readonly #screens: FakeScreen[] = [];
  readonly #peers: MediaPeer[] = [];
  readonly #received: (() => number)[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #lead: { readonly peer: MediaPeer; readonly keys: SrtpKeys } | null = null;
  readonly #next: () => Buffer;

  static async open(boards: number, options: ProductRigOptions): Promise<ProductRig> {
    const rehearsal = await Rehearsal.open(
      { TONGKE_WORKERS: '1', MEDIASOUP_WORKER_BIN: options.worker },
      options.tlsDir,
    );
    const rig = new ProductRig(rehearsal, options);
    const certificate = await makeCertificate();
    try {
      await rig.#fill(boards, { ...options, certificate });
    } catch (error) {
      await rig.close();
      throw error;
    } finally {
      await certificate.remove();
    }
    return rig;
  }

  private constructor(rehearsal: Rehearsal, pace: Pace) {
    this.#rehearsal = rehearsal;
    this.#next = packetsOf(pace);
  }

  /** Sends the next packet of the lead teacher's picture. */
  send(): void {
    const lead = this.#lead;
    if (!lead) throw new Error('nobody teaches');
    lead.peer.socket.send(protect(lead.keys, this.#next()));
  }

  /** So far. */
  count(): ProductCount {
    const { sfu, signaling } = this.#rehearsal.school;
    const parts = {
      worker: childrenOf(sfu.pid).reduce((sum, pid) => sum + processCpuUs(pid), 0),
      sfu: processCpuUs(sfu.pid),
      signaling: processCpuUs(signaling.pid),
    };
    const packets = this.#received.reduce((sum, count) => sum + count(), 0);
    return { packets, us: parts.worker + parts.sfu + parts.signaling, parts };
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const peer of this.#peers) peer.close();
    for (const screen of this.#screens) screen.close();
    await this.#rehearsal.school.close();
  }

  async #fill(boards: number, options: PeerOptions): Promise<void> {
    const { lessonId, boardTokens } = await this.#rehearsal.appoint(boards);
    const { value: cookie } = this.#rehearsal.api.cookie;
    const lead = await this.#screen(new FakeScreen({ ...this.#url, credentials: { as: 'lead', lessonId }, cookie }));
    const screens: FakeScreen[] = [];
    for (const token of boardTokens) {
      const board = await this.#screen(new FakeScreen({ ...this.#url, credentials: { as: 'board', token } }));
      await board.do({ type: 'board.ready' });
      screens.push(board);
    }
    const started = await lead.do({ type: 'lesson.start' });
    if (!started.ok) throw new Error(`the start was refused: ${started.reason}`);
    const trackId = await this.#produce(lead, options);
    // A picture that is not sent counts with the most that it may take: more than a link of which nothing is known is taken to carry.
    const trickle = setInterval(() => this.send(), TRICKLE_MS);
    this.#timers.push(trickle);
    for (const board of screens) await this.#watch(board, trackId, options);
    clearInterval(trickle);
  }

  get #url() {
    return { url: this.#rehearsal.school.origin };
  }

  async #screen(screen: FakeScreen): Promise<FakeScreen> {
    this.#screens.push(screen);
    const reply = await screen.hello();
    if (!reply.ok) throw new Error(`hello was refused: ${reply.reason}`);
    return screen;
  }

  async #produce(lead: FakeScreen, options: PeerOptions): Promise<string> {
    const joined = await lead.media({ type: 'media.join', have: null });
    if (!joined.ok || !('send' in joined.result) || !joined.result.send)
      throw new Error('the lead teacher may not send');
    const { send } = joined.result;
    const peer = await openMediaPeer(lead, send, options);
    this.#peers.push(peer);
    this.#lead = { peer, keys: peer.sending.rtp };
    const made = await lead.media({
      type: 'media.produce',
      transportId: send.id,
      source: 'camera',
      rtpParameters: structuredClone(BENCH_STREAM),
    });
    if (!made.ok || !('trackId' in made.result)) throw new Error('the picture was refused');
    return made.result.trackId;
  }

  async #watch(board: FakeScreen, trackId: string, options: PeerOptions): Promise<void> {
    const joined = await board.media({ type: 'media.join', have: null });
    if (!joined.ok || !('receive' in joined.result) || !joined.result.receive)
      throw new Error('a board may not receive');
    const { receive, routerRtpCapabilities } = joined.result;
    await board.media({ type: 'media.capabilities', rtpCapabilities: routerRtpCapabilities });
    const peer = await openMediaPeer(board, receive, options);
    this.#peers.push(peer);
    const consumed = await board.media({ type: 'media.consume', trackIds: [trackId] });
    if (!consumed.ok || !('consumers' in consumed.result)) throw new Error('a board may not watch');
    const [consumer] = consumed.result.consumers;
    if (!consumer) throw new Error('a board was given nothing to watch');
    this.#received.push(reportAsBrowser(peer.socket, peer.sending.rtcp, consumer.rtpParameters));
    await board.media({ type: 'media.resume', consumerIds: [consumer.consumerId] });
    this.#timers.push(
      setInterval(() => board.signal(LINK_REPORT), LINK_REPORT_MS),
      setInterval(() => board.signal(STILL), STILL_MS),
    );
  }
}
