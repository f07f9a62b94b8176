import { type Datagram, readDatagrams, refuse, type SfuNotice, type SfuReply, sfuRequest } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import { done } from '../media/result.ts';
import { dispatch, type Held, type LessonRequest } from './dispatch.ts';
import { EpochFence } from './epoch-fence.ts';
import { Lanes } from './lanes.ts';
import { sameSecret } from './same-secret.ts';

/** How long lessons go on without anybody who controls them: signaling restarts within this time, or will not. */
const ORPHAN_MS = 60_000;

/** One connection from signaling, as the desk sees it. */
export interface Link {
  notify(notice: SfuNotice): void;
  /** Waits for nothing and may be lost. */
  datagram(datagram: Datagram): void;
  close(): void;
}

export interface ControlDeskOptions extends Held {
  readonly secret: string;
  readonly log: Log;
}

/**
 * Who may control the media, and in which order: a link shows the secret, the newest such link is the only one, a lesson listens to its
 * newest owner, and the verbs of one peer or seat run one after another. Datagrams pass beside the verbs.
 */
export class ControlDesk {
  readonly #options: ControlDeskOptions;
  readonly #fence = new EpochFence();
  readonly #lanes = new Lanes();
  #asked = 0;
  #attached: Link | null = null;
  #orphaned: NodeJS.Timeout | null = null;

  constructor(options: ControlDeskOptions) {
    this.#options = options;
  }

  /** Lost where no link is attached: on its return signaling asks what exists. */
  notify(notice: SfuNotice): void {
    this.#options.log.debug({ notice }, 'notice');
    this.#attached?.notify(notice);
  }

  /** [DP6] What a tablet sent goes on at once; lost where no link is attached. */
  deliver(datagram: Datagram): void {
    this.#attached?.datagram(datagram);
  }

  /** [DP6] Datagrams for tablets, at once. Of anything malformed and of channels that are gone nothing becomes. */
  datagrams(link: Link, pack: unknown): void {
    if (link !== this.#attached) return;
    for (const { channel, message } of readDatagrams(pack)) this.#options.tablets.send(channel, message);
  }

  /** Answers every request, whatever it holds; never rejects. */
  async receive(link: Link, raw: unknown): Promise<SfuReply> {
    const parsed = sfuRequest.safeParse(raw);
    if (!parsed.success) return refuse('malformed');
    const request = parsed.data;
    if (request.type === 'attach') return this.#attach(link, request.secret);
    if (link !== this.#attached) return refuse('not-signed-in');
    try {
      if (!this.#fence.admit(request.lessonId, request.epoch)) return refuse('not-allowed');
      return await this.#inOrder(request);
    } catch (error) {
      this.#options.log.error({ err: error, verb: request.type }, 'verb failed');
      return refuse('media/unavailable');
    }
  }

  /** The link ended. */
  gone(link: Link): void {
    if (link !== this.#attached) return;
    this.#attached = null;
    this.#options.log.info('control link lost');
    this.#orphaned = setTimeout(() => {
      this.#options.log.info('nobody came back to control the lessons');
      this.#options.lessons.closeAll();
      this.#options.tablets.closeAll();
    }, ORPHAN_MS);
  }

  close(): void {
    if (this.#orphaned) clearTimeout(this.#orphaned);
    this.#attached = null;
  }

  #inOrder(request: LessonRequest): Promise<SfuReply> {
    this.#asked += 1;
    const askedAt = this.#asked;
    const act = () => dispatch(this.#options, request, askedAt);
    if ('peerId' in request) return this.#lanes.run(`${request.lessonId}/${request.peerId}`, act);
    return 'seatId' in request ? this.#lanes.run(`${request.lessonId}/seat/${request.seatId}`, act) : act();
  }

  #attach(link: Link, secret: string): SfuReply {
    if (!sameSecret(secret, this.#options.secret)) {
      this.#options.log.warn('a control link showed a wrong secret');
      return refuse('not-allowed');
    }
    if (this.#orphaned) clearTimeout(this.#orphaned);
    this.#orphaned = null;
    const older = this.#attached;
    this.#attached = link;
    if (older && older !== link) older.close();
    this.#options.log.info('control link open');
    const { lessons, tablets } = this.#options;
    return done({ sfuId: lessons.sfuId, lessons: lessons.list(), channels: tablets.list() });
  }
}
