import { counted } from '../evolve/counted.ts';
import type { Put } from '../evolve/put.ts';
import { scored } from '../evolve/scored.ts';
import type { LessonState } from '../state.ts';
import type { BuzzerEvent } from './buzzer-events.ts';
import type { BuzzerRound, Place } from './buzzer-state.ts';
import { entrantKey } from './entrant.ts';

/** A buzzer round, event by event. One of another round changes nothing but the points. */
export function evolveBuzzer(state: LessonState, event: BuzzerEvent, put: Put): LessonState {
  switch (event.type) {
    case 'buzzer.armed':
      return { ...state, round: armed(event) };
    case 'buzzer.measured': {
      return inRound(state, event, (round) => ({
        measures: event.measures.reduce((all, { entrant, ...measure }) => put(all, entrant, measure), round.measures),
      }));
    }
    case 'buzzer.started': {
      const { at, closesAt, prompt } = event;
      return inRound(state, event, () => ({ phase: 'open', startedAt: at, closesAt, prompt }));
    }
    case 'buzzer.false-started':
      return inRound(state, event, ({ falseStarts }) => ({
        falseStarts: put(falseStarts, entrantKey(event.entrant), event.until),
      }));
    case 'buzzer.pressed': {
      const { entrant, at, waited, claimed, network, reaction, margin, alone, socketOnly, pressed } = event;
      const marks = { ...(alone && { alone }), ...(socketOnly && { socketOnly }) };
      const press = { entrant, at, waited, claimed, network, reaction, margin, ...marks };
      return inRound(state, event, (round) => ({
        presses: [...round.presses, press],
        pressed: { ...round.pressed, [entrant.classroomId]: pressed },
      }));
    }
    case 'buzzer.counted':
      return inRound(state, event, (round) => ({
        pressed: { ...round.pressed, [event.classroomId]: event.pressed },
      }));
    case 'buzzer.decided': {
      const { order, point } = event;
      const first = order.filter(({ place }) => place === 1).map(({ entrant }) => entrant.classroomId);
      const wins = counted(state.wins, [...new Set(first)]);
      return inRound({ ...scored(state, point ? [point] : []), wins }, event, () => ({
        phase: 'decided',
        order,
        current: order.length > 0 ? 1 : 0,
      }));
    }
    case 'buzzer.awarded': {
      const { place, given, points } = event;
      const pupils = points.flatMap(({ seatId }) => seatId ?? []);
      const rooms = points.flatMap(({ classroomId, seatId }) => (seatId === null ? classroomId : []));
      const next = { ...scored(state, pupils), roomPoints: counted(state.roomPoints, rooms) };
      return inRound(next, event, ({ verdicts }) => ({ verdicts: [...verdicts, { place, given }] }));
    }
    case 'buzzer.passed':
      return inRound(state, event, ({ order }) => ({
        current: event.called.rank,
        order: order && withCalled(order, event.called),
      }));
  }
}

type Of<T extends BuzzerEvent['type']> = Extract<BuzzerEvent, { type: T }>;

function armed({ roundId, mode, teams, prompt, at, startsAt, seconds }: Of<'buzzer.armed'>): BuzzerRound {
  return {
    kind: 'buzzer',
    roundId,
    phase: 'armed',
    ...{ mode, teams, prompt, startsAt, seconds },
    armedAt: at,
    startedAt: null,
    closesAt: null,
    measures: {},
    falseStarts: {},
    presses: [],
    pressed: {},
    order: null,
    current: 0,
    verdicts: [],
  };
}

function inRound(
  state: LessonState,
  { roundId }: { readonly roundId: string },
  change: (round: BuzzerRound) => Partial<BuzzerRound>,
): LessonState {
  const { round } = state;
  if (round?.kind !== 'buzzer' || round.roundId !== roundId) return state;
  return { ...state, round: { ...round, ...change(round) } };
}

/** Who is called stands in everybody's order from now on. */
function withCalled(order: readonly Place[], called: Place): readonly Place[] {
  if (order.some(({ rank }) => rank === called.rank)) return order;
  return [...order, called].sort((a, b) => a.rank - b.rank);
}
