import type { FakeScreen } from '@tongke/signaling/testing';
import { granted } from '../granted.ts';
import type { Rehearsal } from '../join/rehearsal.ts';
import { BENCH_STREAM, SILENT_VOICE } from './bench-stream.ts';
import { boardSays } from './board-says.ts';
import { enter } from './enter.ts';
import type { ForwardedLesson, Place } from './forwarded-lesson.ts';
import { joinMedia } from './join-media.ts';
import type { PeerOffer } from './open-peer.ts';

/** A running lesson of the whole product: a lead teacher who sends one picture, and boards, with their sockets, that watch it. */
export class ProductLesson implements ForwardedLesson {
  readonly source: PeerOffer;
  readonly #rehearsal: Rehearsal;
  readonly #fingerprint: string;
  readonly #trackIds: readonly string[];
  readonly #tokens: string[];
  readonly #screens: FakeScreen[];
  readonly #silences: (() => void)[] = [];

  /** With as many boards at most. `fingerprint`: SHA-256 of the certificate of all far ends. */
  static async open(rehearsal: Rehearsal, boards: number, fingerprint: string): Promise<ProductLesson> {
    const { lessonId, boardTokens } = await rehearsal.appoint(boards);
    const lead = await enter(rehearsal, { as: 'lead', lessonId });
    await granted(lead.do({ type: 'lesson.start' }));
    const { send } = await joinMedia(lead, fingerprint);
    const produced = async (
      source: 'camera' | 'microphone',
      rtpParameters: typeof BENCH_STREAM | typeof SILENT_VOICE,
    ) => {
      const made = await lead.media({
        type: 'media.produce',
        transportId: send.id,
        source,
        rtpParameters: structuredClone(rtpParameters),
      });
      if (!made.ok || !('trackId' in made.result)) throw new Error(`the ${source} was refused`);
      return made.result.trackId;
    };
    const trackIds = [await produced('camera', BENCH_STREAM), await produced('microphone', SILENT_VOICE)];
    return new ProductLesson(rehearsal, { source: send, lead, trackIds, boardTokens, fingerprint });
  }

  private constructor(
    rehearsal: Rehearsal,
    opened: {
      readonly source: PeerOffer;
      readonly lead: FakeScreen;
      readonly trackIds: readonly string[];
      readonly boardTokens: readonly string[];
      readonly fingerprint: string;
    },
  ) {
    this.#rehearsal = rehearsal;
    this.source = opened.source;
    this.#fingerprint = opened.fingerprint;
    this.#trackIds = opened.trackIds;
    this.#tokens = [...opened.boardTokens];
    this.#screens = [opened.lead];
  }

  async addBoard(): Promise<Place> {
    const token = this.#tokens.shift();
    if (token === undefined) throw new Error('the lesson is full');
    const board = await enter(this.#rehearsal, { as: 'board', token });
    this.#screens.push(board);
    await granted(board.do({ type: 'board.ready' }));
    const { receive } = await joinMedia(board, this.#fingerprint);
    const consumed = await board.media({ type: 'media.consume', trackIds: [...this.#trackIds] });
    if (!consumed.ok || !('consumers' in consumed.result)) throw new Error('a board may not watch');
    const { consumers } = consumed.result;
    const consumer = consumers.find(({ kind }) => kind === 'video');
    if (!consumer) throw new Error('a board was given nothing to watch');
    return {
      offer: receive,
      stream: consumer.rtpParameters,
      resume: async () => {
        await board.media({ type: 'media.resume', consumerIds: consumers.map(({ consumerId }) => consumerId) });
        this.#silences.push(boardSays(board));
      },
    };
  }

  close(): void {
    for (const silence of this.#silences) silence();
    for (const screen of this.#screens) screen.close();
  }
}
