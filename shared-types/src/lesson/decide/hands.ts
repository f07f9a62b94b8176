import { refuse } from '../../refusals.ts';
import { handDownAt } from '../deadlines.ts';
import type { LessonEvent } from '../events.ts';
import type { HandReason } from '../hands/hand-reason.ts';
import { sameHand } from '../hands/same-hand.ts';
import type { Hand, LessonState, Time } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';
import { findSeat } from './seats.ts';

type Whose = Pick<Hand, 'classroomId' | 'seatId'>;

/** [FL4] A pupil, or the assistant for the class, raises one hand; raised again it may say another reason, and stays where it stands. */
export function raiseHand(state: LessonState, whose: Whose, reason: HandReason | undefined, { now }: Context): Outcome {
  if (state.phase !== 'live') return refuse('lesson/not-live');
  const raised = state.hands.find((hand) => sameHand(hand, whose));
  if (raised) {
    const same = reason === undefined || reason === raised.reason;
    return same ? happen() : happen({ type: 'hand.changed', ...whose, reason });
  }
  const number = whose.seatId === null ? null : (findSeat(state, whose.classroomId, whose.seatId)?.number ?? null);
  return happen({ type: 'hand.raised', ...whose, number, reason: reason ?? null, at: now });
}

/** [FL5] A hand goes down: by whoever raised it, by the room, or by the lead teacher. */
export function lowerHand(state: LessonState, whose: Whose): Outcome {
  const events = lowered(state.hands, whose);
  return events.length > 0 ? happen(...events) : refuse('hand/not-raised');
}

/** [FL10] The hands whose time is over. */
export function expiredHands({ hands }: LessonState, now: Time): LessonEvent[] {
  return hands.filter((hand) => now >= handDownAt(hand)).map(down);
}

/** The hand's going down, if it is up. */
export function lowered(hands: readonly Hand[], whose: Whose): LessonEvent[] {
  return hands.filter((hand) => sameHand(hand, whose)).map(down);
}

function down({ classroomId, seatId }: Hand): LessonEvent {
  return { type: 'hand.lowered', classroomId, seatId };
}
