import type { EventOf } from '../events.ts';
import { speakerAway } from '../floor/evolve-floor.ts';
import type { LessonState, Seat } from '../state.ts';
import { withClassroom, withSeat } from './with-classroom.ts';

type RosterEvent = EventOf<
  | 'classroom.added'
  | 'classroom.configured'
  | 'classroom.removed'
  | 'classroom.left'
  | 'board.came'
  | 'board.went'
  | 'board.readied'
  | 'pack.reported'
  | 'camera.reported'
  | 'camera.covered'
  | 'camera.uncovered'
  | 'door.opened'
  | 'door.closed'
  | 'seats.added'
  | 'seats.removed'
  | 'seats.renumbered'
  | 'seat.taken'
  | 'seat.freed'
  | 'seat.came'
  | 'seat.went'
  | 'seat.requested'
  | 'seat.denied'
  | 'room.reset'
>;

const FREE = { device: null, online: false, awaySince: null, request: null } as const;

/** Classrooms, their boards and doors, and who sits where. */
export function evolveRoster(state: LessonState, event: RosterEvent): LessonState {
  switch (event.type) {
    case 'classroom.added': {
      const { type: _, ...added } = event;
      const classroom = {
        ...added,
        doorCode: null,
        board: { online: false, ready: false, awaySince: null },
        pack: null,
        camera: 'off' as const,
        covered: false,
        microphoneWaits: false,
        left: false,
        seats: {},
        tablets: {},
      };
      return { ...state, classrooms: { ...state.classrooms, [event.classroomId]: classroom } };
    }
    case 'classroom.configured': {
      const { type: _, ...settings } = event;
      return withClassroom(state, event.classroomId, () => settings);
    }
    case 'classroom.removed': {
      const { [event.classroomId]: _, ...classrooms } = state.classrooms;
      const { [event.classroomId]: __, ...links } = state.links;
      const { [event.classroomId]: ___, ...selfTests } = state.selfTests;
      return { ...state, classrooms, links, selfTests };
    }
    case 'classroom.left':
      return withClassroom(state, event.classroomId, ({ board }) => ({
        left: true,
        doorCode: null,
        camera: 'off',
        board: { ...board, ready: false },
      }));
    case 'board.came':
      return withClassroom(speakerAway(state, event.classroomId, null), event.classroomId, ({ board }) => ({
        board: { ...board, online: true, awaySince: null },
      }));
    case 'board.went':
      return withClassroom(speakerAway(state, event.classroomId, event.at), event.classroomId, ({ board }) => ({
        board: { ...board, online: false, awaySince: event.at },
      }));
    case 'board.readied':
      return withClassroom(state, event.classroomId, () => ({
        left: false,
        board: { online: true, ready: true, awaySince: null },
      }));
    case 'pack.reported': {
      const { type: _, classroomId, ...pack } = event;
      return withClassroom(state, classroomId, () => ({ pack }));
    }
    case 'camera.reported':
      return withClassroom(state, event.classroomId, () => ({ camera: event.camera }));
    case 'camera.covered':
      return withClassroom(state, event.classroomId, () => ({ covered: true }));
    case 'camera.uncovered':
      return withClassroom(state, event.classroomId, () => ({ covered: false }));
    case 'door.opened':
      return withClassroom(state, event.classroomId, () => ({ doorCode: event.code }));
    case 'door.closed':
      return withClassroom(state, event.classroomId, () => ({ doorCode: null }));
    case 'seats.added':
      return withClassroom(state, event.classroomId, ({ seats }) => {
        const added = event.seats.map((seat): [string, Seat] => [seat.seatId, { ...seat, ...FREE }]);
        return { seats: { ...seats, ...Object.fromEntries(added) } };
      });
    case 'seats.removed':
      return withClassroom(state, event.classroomId, ({ seats }) => ({
        seats: Object.fromEntries(Object.entries(seats).filter(([seatId]) => !event.seatIds.includes(seatId))),
      }));
    case 'seats.renumbered':
      return event.seats.reduce(
        (next, { seatId, number }) => withSeat(next, { classroomId: event.classroomId, seatId }, () => ({ number })),
        state,
      );
    case 'seat.taken':
      return withSeat(state, event, () => ({ device: event.device, online: true, awaySince: null, request: null }));
    case 'seat.freed':
      return withSeat(state, event, () => FREE);
    case 'seat.came':
      return withSeat(state, event, () => ({ online: true, awaySince: null }));
    case 'seat.went':
      return withSeat(state, event, () => ({ online: false, awaySince: event.at }));
    case 'seat.requested':
      return withSeat(state, event, () => ({ request: { device: event.device, at: event.at } }));
    case 'seat.denied':
      return withSeat(state, event, () => ({ request: null }));
    case 'room.reset':
      return withClassroom(state, event.classroomId, ({ seats }) => ({
        ticket: event.ticket,
        doorCode: null,
        tablets: {},
        seats: Object.fromEntries(Object.entries(seats).map(([seatId, seat]) => [seatId, { ...seat, ...FREE }])),
      }));
  }
}
