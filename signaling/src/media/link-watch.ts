import { isWorse, type LessonId, type PeerRungs, RUNGS, UPLINK_RUNGS } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { LessonRegistry } from '../room/registry.ts';

/** A link that gets better is told at most this often, in ms. */
const AGAIN_MS = 10_000;

interface Link {
  readonly told: PeerRungs;
  readonly at: number;
  /** Stops the wait of something better. */
  readonly cancel: () => void;
}

/** [WL6] Brings where links stand into their lessons: what is worse at once, what is better not more often than every 10 s. */
export class LinkWatch {
  readonly #deps: { readonly registry: Pick<LessonRegistry, 'find'>; readonly clock: Clock; readonly log: Log };
  readonly #links = new Map<LessonId, Map<string, Link>>();

  constructor(deps: { readonly registry: Pick<LessonRegistry, 'find'>; readonly clock: Clock; readonly log: Log }) {
    this.#deps = deps;
  }

  heed({ lessonId, peerId, down, up }: PeerRungs & { readonly lessonId: LessonId }): void {
    const rungs = { peerId, down, up };
    const known = this.#links.get(lessonId)?.get(peerId);
    known?.cancel();
    const waits = known ? known.at + AGAIN_MS - this.#deps.clock.now() : 0;
    if (!known || waits <= 0 || isWorseThan(rungs, known.told)) this.#tell(lessonId, rungs);
    else {
      const cancel = this.#deps.clock.after(waits, () => this.#tell(lessonId, rungs));
      this.#links.get(lessonId)?.set(peerId, { ...known, cancel });
    }
  }

  forget(lessonId: LessonId): void {
    for (const { cancel } of this.#links.get(lessonId)?.values() ?? []) cancel();
    this.#links.delete(lessonId);
  }

  #tell(lessonId: LessonId, rungs: PeerRungs): void {
    const { registry, clock, log } = this.#deps;
    const room = registry.find(lessonId);
    if (!room) {
      this.forget(lessonId);
      return;
    }
    const { peerId, down, up } = rungs;
    log.info({ lesson: lessonId, room: peerId, down, up }, 'link changed');
    const links = this.#links.get(lessonId) ?? new Map<string, Link>();
    links.set(peerId, { told: rungs, at: clock.now(), cancel: () => {} });
    this.#links.set(lessonId, links);
    room.report({ type: 'link.report', ...rungs });
  }
}

function isWorseThan(one: PeerRungs, other: PeerRungs): boolean {
  return isWorse(RUNGS, one.down, other.down) || isWorse(UPLINK_RUNGS, one.up, other.up);
}
