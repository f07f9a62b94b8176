import { FakeScreen } from '@tongke/signaling/testing';
import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { protect, type SrtpKeys } from '../../mediasoup-worker/smoke/srtp.mjs';
import { Rehearsal } from '../join/rehearsal.ts';
import { type MediaPeer, openMediaPeer, type PeerOptions } from './media-peer.ts';
import { childrenOf, processCpuUs } from './process-cpu.ts';
import { reportAsBrowser } from './report-as-browser.ts';
import { vp8Packet } from './vp8-packet.ts';

const SSRC = 7007;
const PAYLOAD_TYPE = 96;
const PACKET_BYTES = 1200;
/** What a board says by itself: the state of its link, and a small picture while nobody watches its camera. */
const LINK_STATE_MS = 10_000;
const STILL_MS = 5_000;
const STILL = { type: 'still', jpeg: new Uint8Array(4_096) } as const;

/** The whole product with one worker: a lead teacher who sends one stream, and so many boards that watch it. */
export class ProductRig {
  readonly #rehearsal: Rehearsal;
  readonly #screens: FakeScreen[] = [];
  readonly #peers: MediaPeer[] = [];
  readonly #received: (() => number)[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #lead: { readonly peer: MediaPeer; readonly keys: SrtpKeys } | null = null;
  #sequence = 0;

  static async open(boards: number, options: Omit<PeerOptions, 'certificate'>, tlsDir: string): Promise<ProductRig> {
    const rig = new ProductRig(await Rehearsal.open({ TONGKE_WORKERS: '1' }, tlsDir));
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

  private constructor(rehearsal: Rehearsal) {
    this.#rehearsal = rehearsal;
  }

  /** One packet of the lead teacher's picture. */
  send(packetsPerSecond: number): void {
    if (!this.#lead) return;
    const { peer, keys } = this.#lead;
    const sequence = this.#sequence++;
    const packet = vp8Packet({
      ssrc: SSRC,
      payloadType: PAYLOAD_TYPE,
      sequence,
      packetsPerSecond,
      bytes: PACKET_BYTES,
    });
    peer.socket.send(protect(keys, packet));
  }

  /** Packets that boards have received so far. */
  received(): number {
    return this.#received.reduce((sum, count) => sum + count(), 0);
  }

  /** Processor time of worker, sfu-server and signaling so far, in µs. */
  cpuUs(): { readonly worker: number; readonly sfu: number; readonly signaling: number } {
    const { sfu, signaling } = this.#rehearsal.school;
    const worker = childrenOf(sfu.pid).reduce((sum, pid) => sum + processCpuUs(pid), 0);
    return { worker, sfu: processCpuUs(sfu.pid), signaling: processCpuUs(signaling.pid) };
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
    for (const board of screens) await this.#watch(board, trackId, options);
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
      rtpParameters: {
        codecs: [{ mimeType: 'video/VP8', clockRate: 90_000, payloadType: PAYLOAD_TYPE, rtcpFeedback: [] }],
        encodings: [{ ssrc: SSRC }],
        headerExtensions: [],
        rtcp: { cname: 'bench' },
      },
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
      setInterval(() => board.signal({ type: 'link', state: 'good' }), LINK_STATE_MS),
      setInterval(() => board.signal(STILL), STILL_MS),
    );
  }
}
