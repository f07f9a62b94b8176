import { entryOf } from '../entry-of.ts';
import type { EventOf } from '../events.ts';
import { counted } from '../evolve/counted.ts';
import type { Hand, LessonState } from '../state.ts';
import { sameHand } from './same-hand.ts';

type HandEvent = EventOf<'hand.raised' | 'hand.changed' | 'hand.lowered' | 'hands.cleared' | 'classroom.recalled'>;

/** The queue of raised hands, and what is known of who has spoken. A hand that changes keeps its place. */
export function evolveHands(state: LessonState, event: HandEvent): LessonState {
  const hands = (next: readonly Hand[]): LessonState => ({ ...state, hands: next });
  switch (event.type) {
    case 'hand.raised': {
      const { type: _, ...hand } = event;
      return hands([...state.hands, hand]);
    }
    case 'hand.changed':
      return hands(state.hands.map((hand) => (sameHand(hand, event) ? { ...hand, reason: event.reason } : hand)));
    case 'hand.lowered':
      return hands(state.hands.filter((hand) => !sameHand(hand, event)));
    case 'hands.cleared':
      return hands([]);
    case 'classroom.recalled':
      return { ...state, heard: recalled(state, event) };
  }
}

/** [FL11] A seat's turn counts where this viewer may know of it. */
export function heardNow(heard: LessonState['heard'], seatId: string | null): LessonState['heard'] {
  return heard && seatId !== null ? { ...heard, turns: counted(heard.turns, [seatId]) } : heard;
}

function recalled({ heard }: LessonState, { type: _, ...said }: EventOf<'classroom.recalled'>): LessonState['heard'] {
  if (!heard) return heard;
  const seatIds = [...(entryOf(heard.before, said.classroomId)?.seatIds ?? []), ...said.seatIds];
  return { ...heard, before: { ...heard.before, [said.classroomId]: { ...said, seatIds } } };
}
