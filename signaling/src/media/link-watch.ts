import { type LessonId, type LinkState, type PeerId, type SfuNotice, steadyLink } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import { linkStateOf } from './link-state-of.ts';
import type { PeerNotifier } from './peer-notifier.ts';

interface Seen {
  readonly shown: LinkState;
  readonly last: LinkState;
}

/** [MD5] Puts the SFU's measurements into words: each change is logged, and told to those who look at the room. */
export class LinkWatch {
  readonly #peers: Pick<PeerNotifier, 'measured'>;
  readonly #log: Log;
  readonly #seen = new Map<LessonId, ReadonlyMap<PeerId, Seen>>();

  constructor(peers: Pick<PeerNotifier, 'measured'>, log: Log) {
    this.#peers = peers;
    this.#log = log;
  }

  heed({ lessonId, peers }: Extract<SfuNotice, { type: 'lesson.quality' }>): void {
    const before = this.#seen.get(lessonId);
    const seen = new Map<PeerId, Seen>();
    for (const { peerId, up, down } of peers) {
      const { shown, last } = before?.get(peerId) ?? { shown: 'good', last: 'good' };
      const now = linkStateOf({ up, down });
      const state = steadyLink(shown, last, now);
      seen.set(peerId, { shown: state, last: now });
      if (state !== shown) this.#log.info({ lesson: lessonId, room: peerId, link: state, up, down }, 'link changed');
      this.#peers.measured(lessonId, peerId, state);
    }
    // Of a peer through which nothing goes any more nothing is known.
    for (const peerId of before?.keys() ?? []) if (!seen.has(peerId)) this.#peers.measured(lessonId, peerId, 'good');
    this.#seen.set(lessonId, seen);
  }

  forget(lessonId: LessonId): void {
    this.#seen.delete(lessonId);
  }
}
