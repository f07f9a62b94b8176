import {
  type Actor,
  type ClassroomId,
  type LessonState,
  type LinkState,
  mayPublish,
  type RelayedSignal,
  type Signal,
  type Time,
  worseLink,
} from '@tongke/shared-types';
import type { Session } from './session.ts';

interface Listener {
  readonly session: Session;
  readonly actor: Actor;
}

/** What the lesson allows at the moment. */
interface Standing {
  readonly state: LessonState;
  readonly now: Time;
}

/** What is known of one board's link: by the board, and by the SFU. */
interface Link {
  readonly said: LinkState | null;
  readonly measured: LinkState | null;
}

const UNKNOWN: Link = { said: null, measured: null };

/** The latest signals of the boards in one lesson, on their way to those who may see them. Never stored. */
export class SignalRelay {
  readonly #links = new Map<ClassroomId, Link>();

  /**
   * A link's state goes to the lead teacher and the room's own phone, a still picture to the lead teacher alone. [FL7] A picture
   * goes no further than the camera may: not before the lesson, not from a room that is covered or has left, or whose school forbids it.
   */
  relay(from: Actor, signal: Signal, listeners: readonly Listener[], { state, now }: Standing): void {
    if (from.role !== 'board') return;
    const { classroomId } = from;
    if (signal.type === 'still') {
      if (mayPublish(state, classroomId, 'camera', now) === null) tell({ classroomId, signal }, listeners);
    } else {
      this.#links.set(classroomId, { ...this.#link(classroomId), said: signal.state });
      this.#tellLink(classroomId, listeners);
    }
  }

  /** [MD5] The SFU measured the link: a board on a bad uplink cannot tell. The worse of both is what stands. */
  measured(classroomId: ClassroomId, state: LinkState, listeners: readonly Listener[]): void {
    const before = this.#link(classroomId);
    const now = { ...before, measured: state };
    this.#links.set(classroomId, now);
    if (standing(now) !== standing(before)) this.#tellLink(classroomId, listeners);
  }

  /** Who comes later learns the states that stand. */
  catchUp(listener: Listener): void {
    for (const classroomId of this.#links.keys()) this.#tellLink(classroomId, [listener]);
  }

  forget(actor: Actor): void {
    if (actor.role === 'board') this.#links.delete(actor.classroomId);
  }

  #link(classroomId: ClassroomId): Link {
    return this.#links.get(classroomId) ?? UNKNOWN;
  }

  #tellLink(classroomId: ClassroomId, listeners: readonly Listener[]): void {
    tell({ classroomId, signal: { type: 'link', state: standing(this.#link(classroomId)) } }, listeners);
  }
}

function standing({ said, measured }: Link): LinkState {
  return worseLink(said ?? 'good', measured ?? 'good');
}

function tell(relayed: RelayedSignal, listeners: readonly Listener[]): void {
  for (const { session, actor } of listeners) {
    if (!sees(actor, relayed)) continue;
    // A picture may be dropped, the next one comes; a state that stays must arrive.
    if (relayed.signal.type === 'still') session.sendVolatile('signal', relayed);
    else session.send('signal', relayed);
  }
}

function sees(actor: Actor, { classroomId, signal }: RelayedSignal): boolean {
  return (
    actor.role === 'lead' || (signal.type === 'link' && actor.role === 'phone' && actor.classroomId === classroomId)
  );
}
