import type { PresentPeer, ServerCommand } from '@tongke/shared-types';
import type { Asked } from './settle.ts';

/** Somebody came or went; null when something else was observed. */
export interface Presence {
  readonly who: string;
  readonly came: boolean;
}

/** [RS5] What the server observed while the disk took nothing, in order, until the disk has space again. */
export class WaitingObservations {
  #asked: Asked[] = [];

  get size(): number {
    return this.#asked.length;
  }

  /** Of one peer's comings only the last is kept, and the last of its goings: a full disk may last for hours. */
  add(observed: Asked): void {
    const { presence } = observed;
    if (presence) this.#asked = this.#asked.filter((asked) => !isSame(asked.presence, presence));
    this.#asked.push(observed);
  }

  /** Back in front of what has come since: the disk refused it again. */
  putBack(observed: readonly Asked[]): void {
    this.#asked = [...observed, ...this.#asked];
  }

  /** Takes out the oldest, at most so many. */
  take(count: number): readonly Asked[] {
    return this.#asked.splice(0, count);
  }
}

function isSame(one: Presence | null, other: Presence): boolean {
  return one?.who === other.who && one.came === other.came;
}

/** Whose presence a command of the server reports, or null. Where a link stands is waited for like it: only the last counts. */
export function presenceOf(command: ServerCommand): Presence | null {
  if (command.type === 'link.report') return { who: `link ${command.peerId}`, came: true };
  if (command.type !== 'peer.came' && command.type !== 'peer.went') return null;
  return { who: nameOf(command.peer), came: command.type === 'peer.came' };
}

function nameOf(peer: PresentPeer): string {
  if (peer.kind === 'lead') return 'lead';
  if (peer.kind === 'second') return `second ${peer.staffId}`;
  if (peer.kind === 'assistant') return `assistant ${peer.classroomId}`;
  if (peer.kind === 'tablet') return `tablet ${peer.classroomId} ${peer.tabletId}`;
  return peer.kind === 'board' ? `board ${peer.classroomId}` : `seat ${peer.classroomId} ${peer.seatId}`;
}
