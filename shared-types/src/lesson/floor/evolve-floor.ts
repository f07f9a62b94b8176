import { entryOf } from '../entry-of.ts';
import type { EventOf } from '../events.ts';
import { counted } from '../evolve/counted.ts';
import { withClassroom } from '../evolve/with-classroom.ts';
import { heardNow } from '../hands/evolve-hands.ts';
import type { LessonState } from '../state.ts';
import type { Turn } from './floor.ts';

type FloorEvent = EventOf<
  'floor.opened' | 'turn.given' | 'turn.taken' | 'turn.accepted' | 'turn.ended' | 'microphone.set'
>;

/** Who has the floor, and how often whom was heard. */
export function evolveFloor(state: LessonState, event: FloorEvent): LessonState {
  const { floor } = state;
  switch (event.type) {
    case 'floor.opened':
      return { ...state, floor: { ...floor, mode: event.mode, queue: event.queue, seconds: event.seconds } };
    case 'turn.given': {
      const { type: _, at, ...given } = event;
      const turn: Turn = { ...given, startedAt: at, awaySince: null };
      // Who was passed over comes no more; of no queue there is nothing to leave.
      const queue = floor.queue.slice(floor.queue.indexOf(turn.classroomId) + 1);
      const after = { ...state, draw: null, floor: { ...floor, turns: [...floor.turns, turn], queue } };
      return turn.acceptBy === null ? spoken(after, turn) : after;
    }
    case 'turn.taken': {
      const { turnId, seatId, number } = event;
      const turn = floor.turns.find((one) => one.turnId === turnId);
      if (!turn) return state;
      const after = changed(state, turnId, { seatId, number, anyone: false });
      return turn.acceptBy === null ? { ...after, heard: heardNow(after.heard, seatId) } : after;
    }
    case 'turn.accepted': {
      const { turnId, endsAt } = event;
      const turn = floor.turns.find((one) => one.turnId === turnId);
      return turn ? spoken(changed(state, turnId, { acceptBy: null, endsAt }), turn) : state;
    }
    case 'microphone.set':
      return withClassroom(state, event.classroomId, () => ({ microphoneWaits: event.waits }));
    case 'turn.ended':
      return withTurns(state, (turns) => turns.filter(({ turnId }) => turnId !== event.turnId));
  }
}

/** Notes since when a room that has a turn is gone. The own class speaks through the lead teacher's laptop, whatever its board does. */
export function speakerAway(state: LessonState, classroomId: string, awaySince: number | null): LessonState {
  if (entryOf(state.classrooms, classroomId)?.own) return state;
  return withTurns(state, (turns) =>
    turns.map((turn) => (turn.classroomId === classroomId ? { ...turn, awaySince } : turn)),
  );
}

/** Who has the floor counts as heard from when the microphone may be open; in a chorus nobody is heard by themselves. */
function spoken(state: LessonState, { classroomId, seatId }: Turn): LessonState {
  if (state.floor.mode === 'chorus') return state;
  return { ...state, turns: counted(state.turns, [classroomId]), heard: heardNow(state.heard, seatId) };
}

function changed(state: LessonState, turnId: string, what: Partial<Turn>): LessonState {
  return withTurns(state, (turns) => turns.map((turn) => (turn.turnId === turnId ? { ...turn, ...what } : turn)));
}

function withTurns(state: LessonState, change: (turns: readonly Turn[]) => readonly Turn[]): LessonState {
  return { ...state, floor: { ...state.floor, turns: change(state.floor.turns) } };
}
