import {
  type Actor,
  type ClassroomId,
  type LessonState,
  mayPublish,
  type RelayedSignal,
  type Signal,
  type Time,
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

/** The latest signals of the boards in one lesson, on their way to those who may see them. Never stored. */
export class SignalRelay {
  readonly #links = new Map<ClassroomId, RelayedSignal>();

  /**
   * A link's state goes to the lead teacher and the room's own phone, a still picture to the lead teacher alone. [FL7] A picture
   * goes no further than the camera may: not before the lesson, not from a room that is covered or has left, or whose school forbids it.
   */
  relay(from: Actor, signal: Signal, listeners: readonly Listener[], { state, now }: Standing): void {
    if (from.role !== 'board') return;
    if (signal.type === 'still' && mayPublish(state, from.classroomId, 'camera', now) !== null) return;
    const relayed: RelayedSignal = { classroomId: from.classroomId, signal };
    if (signal.type === 'link') this.#links.set(from.classroomId, relayed);
    for (const { session, actor } of listeners) {
      if (!sees(actor, relayed)) continue;
      // A picture may be dropped, the next one comes; a state that stays must arrive.
      if (signal.type === 'still') session.sendVolatile('signal', relayed);
      else session.send('signal', relayed);
    }
  }

  /** Who comes later learns the states that stand. */
  catchUp({ session, actor }: Listener): void {
    for (const relayed of this.#links.values()) if (sees(actor, relayed)) session.send('signal', relayed);
  }

  forget(actor: Actor): void {
    if (actor.role === 'board') this.#links.delete(actor.classroomId);
  }
}

function sees(actor: Actor, { classroomId, signal }: RelayedSignal): boolean {
  return (
    actor.role === 'lead' || (signal.type === 'link' && actor.role === 'phone' && actor.classroomId === classroomId)
  );
}
