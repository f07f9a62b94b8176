import { openSwarm, type Swarm } from '../open-swarm.ts';
import type { ForwardedLesson } from '../rtp/forwarded-lesson.ts';
import type { PeerOptions } from '../rtp/open-peer.ts';
import type { FarEndAsk, FarEndReplies } from './far-end.ts';
import type { Forwarder } from './forwarder.ts';

export interface CrowdOptions {
  readonly profile: string;
  readonly certificate: PeerOptions['certificate'];
  readonly packetsPerSecond: number;
  /** Of each packet, RTP header included. */
  readonly bytes: number;
  readonly boardsPerLesson: number;
}

interface Lesson {
  readonly forwarded: ForwardedLesson;
  readonly farEnd: Swarm<FarEndAsk, FarEndReplies>;
  boards: number;
}

/** Handshakes at a time. */
const AT_ONCE = 4;

/** Boards in lessons, each lesson with a lead teacher and a process of its own for the far ends. */
export class Crowd {
  readonly #forwarder: Forwarder;
  readonly #options: CrowdOptions;
  readonly #lessons: Lesson[] = [];

  constructor(forwarder: Forwarder, options: CrowdOptions) {
    this.#forwarder = forwarder;
    this.#options = options;
  }

  get boards(): number {
    return this.#lessons.reduce((sum, { boards }) => sum + boards, 0);
  }

  /** Adds boards until there are so many; a full lesson is followed by another one. */
  async growTo(boards: number): Promise<void> {
    const { boardsPerLesson } = this.#options;
    while (this.boards < boards) {
      const last = this.#lessons.at(-1);
      const lesson = last && last.boards < boardsPerLesson ? last : await this.#open();
      const adding = Math.min(AT_ONCE, boards - this.boards, boardsPerLesson - lesson.boards);
      await Promise.all(Array.from({ length: adding }, () => this.#add(lesson)));
      lesson.boards += adding;
    }
  }

  /** Share of the full rate at which all pictures are sent from now on. */
  async pace(share: number): Promise<void> {
    await Promise.all(this.#lessons.map(({ farEnd }) => farEnd.ask({ do: 'pace', share })));
  }

  /** Packets so far, of all boards. */
  async count(): Promise<FarEndReplies['count']> {
    const counts = await Promise.all(this.#lessons.map(({ farEnd }) => farEnd.ask({ do: 'count' })));
    const sum = (of: keyof FarEndReplies['count']) => counts.reduce((total, count) => total + count[of], 0);
    return { due: sum('due'), received: sum('received') };
  }

  close(): void {
    for (const { farEnd } of this.#lessons) farEnd.close();
  }

  async #open(): Promise<Lesson> {
    const { profile, certificate, packetsPerSecond, bytes } = this.#options;
    const forwarded = await this.#forwarder.openLesson();
    const farEnd = openSwarm<FarEndAsk, FarEndReplies>(new URL('far-end.ts', import.meta.url));
    const lesson = { forwarded, farEnd, boards: 0 };
    this.#lessons.push(lesson);
    await farEnd.ask({ do: 'source', offer: forwarded.source, profile, certificate, packetsPerSecond, bytes });
    return lesson;
  }

  async #add({ forwarded, farEnd }: Lesson): Promise<void> {
    const { offer, stream, resume } = await forwarded.addBoard();
    await farEnd.ask({ do: 'board', place: { offer, stream } });
    await resume();
  }
}
