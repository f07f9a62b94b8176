import { evolveBuzzer } from './buzzer/evolve-buzzer.ts';
import { entryOf } from './entry-of.ts';
import type { LessonEvent } from './events.ts';
import { evolveRoster } from './evolve/roster.ts';
import { evolveRound } from './evolve/round.ts';
import type { Hand, LessonState } from './state.ts';

/** The one fold: the server runs it to decide, every screen runs it to show. Pure; never throws on an event it does not need. */
export function evolve(state: LessonState, event: LessonEvent): LessonState {
  switch (event.type) {
    case 'lesson.prepared': {
      const { type: _, ...prepared } = event;
      return { ...state, ...prepared };
    }
    case 'lesson.started':
      return { ...state, phase: 'live', startedAt: event.at };
    case 'lesson.ended':
      return { ...state, phase: 'ended', endedAt: event.at };
    case 'lead.came':
      return { ...state, leadOnline: true, leadAwaySince: null };
    case 'lead.went':
      return { ...state, leadOnline: false, leadAwaySince: event.at };
    case 'hand.raised': {
      const { type: _, ...hand } = event;
      return { ...state, hands: [...state.hands, hand] };
    }
    case 'hand.lowered':
      return { ...state, hands: state.hands.filter((hand) => !sameHand(hand, event)) };
    case 'hands.cleared':
      return { ...state, hands: [] };
    case 'turn.given': {
      const { type: _, at, ...turn } = event;
      const turns = { ...state.turns, [turn.classroomId]: (entryOf(state.turns, turn.classroomId) ?? 0) + 1 };
      return { ...state, turn: { ...turn, startedAt: at }, turns, speakerAwaySince: null };
    }
    case 'turn.ended':
      return state.turn?.turnId === event.turnId ? { ...state, turn: null, speakerAwaySince: null } : state;
    case 'track.published': {
      const { type: _, ...track } = event;
      return { ...state, tracks: { ...state.tracks, [event.trackId]: track } };
    }
    case 'track.closed': {
      const { [event.trackId]: _, ...tracks } = state.tracks;
      return { ...state, tracks };
    }
    case 'buzzer.armed':
    case 'buzzer.measured':
    case 'buzzer.started':
    case 'buzzer.false-started':
    case 'buzzer.pressed':
    case 'buzzer.counted':
    case 'buzzer.decided':
    case 'buzzer.awarded':
    case 'buzzer.passed':
      return evolveBuzzer(state, event);
    case 'question.opened':
    case 'answer.given':
    case 'answer.counted':
    case 'handcount.set':
    case 'question.closed':
    case 'question.revealed':
    case 'round.dismissed':
      return evolveRound(state, event);
    default:
      return evolveRoster(state, event);
  }
}

/** True when both speak of the same hand: one per seat, and one for each class as a whole. */
export function sameHand(a: Pick<Hand, 'classroomId' | 'seatId'>, b: Pick<Hand, 'classroomId' | 'seatId'>): boolean {
  return a.classroomId === b.classroomId && a.seatId === b.seatId;
}
