import type { Viewer } from '../roles.ts';
import { buzzerFor } from './buzzer/buzzer-view.ts';
import { seesSingle } from './sees-single.ts';
import type { Classroom, LessonState, Round, Seat } from './state.ts';
import { holdsRoom, seesHand, seesHandCount, seesSeat } from './visible.ts';

/**
 * The state as this viewer may hold it. For every state s, viewer v and event e:
 * `viewFor(v, evolve(s, e))` equals `visibleTo(v, e)` folded into `viewFor(v, s)`.
 */
export function viewFor(viewer: Viewer, state: LessonState): LessonState {
  if (viewer.role === 'server') return state;
  return {
    ...state,
    classrooms: mapValues(state.classrooms, (classroom) => classroomFor(viewer, classroom)),
    hands: state.hands.filter((hand) => seesHand(viewer, hand)),
    round: state.round && roundFor(viewer, state.round),
    scores: filterKeys(state.scores, (seatId) => seesSingle(viewer, seatId)),
  };
}

type Person = Exclude<Viewer, { role: 'server' }>;

function classroomFor(viewer: Person, classroom: Classroom): Classroom {
  const { classroomId } = classroom;
  const seats = filterKeys(classroom.seats, (seatId) => seesSeat(viewer, { classroomId, seatId }));
  const holds = holdsRoom(viewer, classroomId);
  return {
    ...classroom,
    ticket: holds ? classroom.ticket : '',
    doorCode: classroom.doorCode === null || holds ? classroom.doorCode : '',
    seats: mapValues(seats, withoutDevices),
  };
}

function withoutDevices(seat: Seat): Seat {
  return {
    ...seat,
    device: seat.device === null ? null : '',
    request: seat.request && { ...seat.request, device: '' },
  };
}

function roundFor(viewer: Person, round: Round): Round {
  if (round.kind === 'buzzer') return buzzerFor(viewer, round);
  return {
    ...round,
    correct: viewer.role === 'lead' || round.phase === 'revealed' ? round.correct : null,
    answers: filterKeys(round.answers, (seatId) => seesSingle(viewer, seatId)),
    handCounts: filterKeys(round.handCounts, (classroomId) => seesHandCount(viewer, classroomId)),
  };
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function filterKeys<T>(record: Readonly<Record<string, T>>, keep: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
}
