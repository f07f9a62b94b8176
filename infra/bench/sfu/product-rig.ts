import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { protect } from '../../mediasoup-worker/smoke/srtp.mjs';
import { Rehearsal } from '../join/rehearsal.ts';
import { childrenOf, processCpuUs } from '../process-cpu.ts';
import { packetsOf } from '../rtp/bench-stream.ts';
import { type MediaPeer, openPeer, type PeerOptions } from '../rtp/open-peer.ts';
import { ProductLesson } from '../rtp/product-lesson.ts';
import type { Pace } from '../rtp/send-steadily.ts';
import { type Watching, watch } from '../rtp/watch.ts';
import type { Measured } from './pairs.ts';

/** Between two packets while the boards come. */
const TRICKLE_MS = 100;

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
  readonly #boards: Watching[] = [];
  readonly #next: () => Buffer;
  #lesson: ProductLesson | null = null;
  #lead: MediaPeer | null = null;
  #trickle: NodeJS.Timeout | undefined;

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
    lead.socket.send(protect(lead.sending.rtp, this.#next()));
  }

  /** So far. */
  count(): ProductCount {
    const { sfu, signaling } = this.#rehearsal.school;
    const parts = {
      worker: childrenOf(sfu.pid).reduce((sum, pid) => sum + processCpuUs(pid), 0),
      sfu: processCpuUs(sfu.pid),
      signaling: processCpuUs(signaling.pid),
    };
    const packets = this.#boards.reduce((sum, { received }) => sum + received(), 0);
    return { packets, us: parts.worker + parts.sfu + parts.signaling, parts };
  }

  async close(): Promise<void> {
    clearInterval(this.#trickle);
    for (const board of this.#boards) board.close();
    this.#lead?.close();
    this.#lesson?.close();
    await this.#rehearsal.school.close();
  }

  async #fill(boards: number, options: PeerOptions): Promise<void> {
    const lesson = await ProductLesson.open(this.#rehearsal, boards, options.certificate.fingerprint);
    this.#lesson = lesson;
    this.#lead = await openPeer(lesson.source, options);
    // A picture that is not sent counts with the most that it may take: more than a link of which nothing is known is taken to carry.
    this.#trickle = setInterval(() => this.send(), TRICKLE_MS);
    for (let board = 0; board < boards; board += 1) {
      const place = await lesson.addBoard();
      this.#boards.push(await watch(place, options));
      await place.resume();
    }
    clearInterval(this.#trickle);
  }
}
