import { seesSingle } from '../sees-single.ts';
import type { Person } from '../visible.ts';
import type { BuzzerEvent } from './buzzer-events.ts';
import type { BuzzerRound, Place } from './buzzer-state.ts';
import { type Entrant, type EntrantKey, entrantKey, partsOf, seatKey } from './entrant.ts';

/** [BZ11] The round as this viewer may hold it. */
export function buzzerFor(viewer: Person, round: BuzzerRound): BuzzerRound {
  const { prompt, startedAt, presses, falseStarts, order, current } = round;
  return {
    ...round,
    prompt: viewer.role === 'lead' || startedAt !== null ? prompt : '',
    startsAt: null,
    measures: {},
    falseStarts: Object.fromEntries(Object.entries(falseStarts).filter(([key]) => seesKey(viewer, key))),
    presses: presses.filter(({ entrant }) => seesEntrant(viewer, entrant)),
    order: order && placesFor(viewer, order, current),
  };
}

/** [BZ11] What this viewer receives of an event of a buzzer. */
export function buzzerVisibleTo(viewer: Person, event: BuzzerEvent): BuzzerEvent | null {
  switch (event.type) {
    case 'buzzer.armed':
      return { ...event, startsAt: null, prompt: viewer.role === 'lead' ? event.prompt : '' };
    case 'buzzer.measured':
      return null;
    case 'buzzer.false-started':
      return seesEntrant(viewer, event.entrant) ? event : null;
    case 'buzzer.pressed': {
      if (seesEntrant(viewer, event.entrant)) return event;
      const { roundId, entrant, pressed } = event;
      return { type: 'buzzer.counted', roundId, classroomId: entrant.classroomId, pressed };
    }
    case 'buzzer.decided': {
      const { point, ...decided } = event;
      const order = placesFor(viewer, event.order, 1);
      return { ...decided, order, ...(point && seesSingle(viewer, point) ? { point } : {}) };
    }
    case 'buzzer.awarded':
      return {
        ...event,
        points: event.points.filter(({ seatId }) => seatId === null || seesSingle(viewer, seatId)),
      };
    case 'buzzer.passed':
      return { ...event, called: placeFor(viewer, event.called) };
    default:
      return event;
  }
}

/** The first places, the own one, and whoever was called since; numbers only of what is the viewer's own. */
function placesFor(viewer: Person, order: readonly Place[], current: number): Place[] {
  return order
    .filter(({ place, rank, entrant }) => place === 1 || rank <= current || seesEntrant(viewer, entrant))
    .map((line) => placeFor(viewer, line));
}

function placeFor(viewer: Person, line: Place): Place {
  return seesEntrant(viewer, line.entrant) ? line : { ...line, reaction: null, margin: null };
}

function seesEntrant(viewer: Person, entrant: Entrant): boolean {
  return viewer.role === 'lead' || seesKey(viewer, entrantKey(entrant));
}

/** The lead teacher sees every press; a pupil the own one; a room's board and phone what was pressed on the board. */
function seesKey(viewer: Person, key: EntrantKey): boolean {
  switch (viewer.role) {
    case 'lead':
      return true;
    case 'pupil':
      return key === seatKey(viewer);
    case 'board':
    case 'phone': {
      const { kind, classroomId } = partsOf(key);
      return kind !== 'seat' && classroomId === viewer.classroomId;
    }
    case 'second':
    case 'shared':
    case 'guest':
      return false;
  }
}
