import { z } from 'zod';
import { id } from '../protocol/id.ts';
import { actingEvents } from './acting/acting-events.ts';
import { branchEvents } from './branch/branch-events.ts';
import { buzzerEvents } from './buzzer/buzzer-events.ts';
import { cheerEvents } from './cheer/cheer-events.ts';
import { clockEvents } from './clock/clock-events.ts';
import { drawEvents } from './draw/draw-events.ts';
import { event, seatRef, time } from './event-shape.ts';
import { floorEvents } from './floor/floor-events.ts';
import { HAND_REASONS } from './hands/hand-reason.ts';
import { LESSONS_REMEMBERED } from './hands/heard.ts';
import { inkEvents } from './ink/ink-events.ts';
import { linkEvents } from './links/link-events.ts';
import { packEvents } from './pack/pack-events.ts';
import { paperEvents } from './papers/paper-events.ts';
import { questionEvents } from './question/events.ts';
import { screenEvents } from './screen/screen-events.ts';
import { secondEvents } from './second/second-events.ts';
import { selfTestEvents } from './self-test/self-test-events.ts';
import { slideEvents } from './slides/slide-events.ts';
import { TRACK_SOURCES } from './state.ts';
import { tabletEvents } from './tablet-events.ts';
import { wordEvents } from './words/word-events.ts';
import { workEvents } from './works/work-events.ts';

/** What has happened in a lesson, in the past tense; seat ids only, no names. Each stored event carries a schema number beside it. */
export const lessonEvent = z.discriminatedUnion('type', [
  event('lesson.prepared', { lessonId: id, schoolId: id, leadId: id, title: z.string(), plannedAt: time }),
  event('lesson.started', { at: time }),
  event('lesson.ended', { at: time }),
  event('lead.came', { at: time }),
  event('lead.went', { at: time, cause: z.string() }),
  /** Gone so long that nobody speaks any longer; until `lead.came`. */
  event('lead.missed', { at: time }),
  ...actingEvents,
  ...secondEvents,
  event('classroom.added', {
    classroomId: id,
    schoolId: id,
    name: z.string(),
    own: z.boolean(),
    cameraAllowed: z.boolean(),
    givenNames: z.boolean(),
    ticket: z.string(),
  }),
  /** Settings that its school changed since the lesson was prepared. */
  event('classroom.configured', {
    classroomId: id,
    name: z.string(),
    cameraAllowed: z.boolean(),
    givenNames: z.boolean(),
  }),
  event('classroom.removed', { classroomId: id }),
  event('classroom.left', { classroomId: id, at: time }),
  event('board.came', { classroomId: id, at: time }),
  event('board.went', { classroomId: id, at: time, cause: z.string() }),
  event('board.readied', { classroomId: id, at: time }),
  event('camera.reported', { classroomId: id, camera: z.enum(['off', 'on', 'refused', 'busy', 'missing']) }),
  event('camera.covered', { classroomId: id }),
  event('camera.uncovered', { classroomId: id }),
  event('door.opened', { classroomId: id, code: z.string() }),
  event('door.closed', { classroomId: id }),
  /** Seats in portions, so that no event outgrows 4 kB. */
  event('seats.added', { classroomId: id, seats: z.array(z.object({ seatId: id, number: z.int() })).max(40) }),
  event('seats.removed', { classroomId: id, seatIds: z.array(id).max(40) }),
  event('seats.renumbered', { classroomId: id, seats: z.array(z.object({ seatId: id, number: z.int() })).max(40) }),
  event('seat.taken', { ...seatRef, device: z.string(), at: time }),
  event('seat.freed', { ...seatRef, at: time }),
  event('seat.came', { ...seatRef, at: time }),
  event('seat.went', { ...seatRef, at: time, cause: z.string() }),
  event('seat.requested', { ...seatRef, device: z.string(), at: time }),
  event('seat.denied', { ...seatRef }),
  event('room.reset', { classroomId: id, ticket: z.string(), at: time }),
  ...tabletEvents,
  /** Who of a classroom had a turn in its latest ended lessons, in portions, so that no event outgrows 4 kB. */
  event('classroom.recalled', {
    classroomId: id,
    lessons: z.int().min(1).max(LESSONS_REMEMBERED),
    heard: z.boolean(),
    seatIds: z.array(id).max(40),
  }),
  event('hand.raised', {
    classroomId: id,
    seatId: id.nullable(),
    number: z.int().nullable(),
    reason: z.enum(HAND_REASONS).nullable(),
    at: time,
  }),
  event('hand.changed', { classroomId: id, seatId: id.nullable(), reason: z.enum(HAND_REASONS) }),
  event('hand.lowered', { classroomId: id, seatId: id.nullable() }),
  event('hands.cleared', {}),
  ...wordEvents,
  ...floorEvents,
  ...drawEvents,
  ...slideEvents,
  ...paperEvents,
  ...inkEvents,
  ...buzzerEvents,
  ...questionEvents,
  event('round.dismissed', { roundId: id }),
  event('track.published', { trackId: id, peerId: id, source: z.enum(TRACK_SOURCES) }),
  event('track.closed', { trackId: id, cause: z.string() }),
  ...linkEvents,
  ...screenEvents,
  ...clockEvents,
  ...cheerEvents,
  ...workEvents,
  ...selfTestEvents,
  ...packEvents,
  ...branchEvents,
]);

export type LessonEvent = z.infer<typeof lessonEvent>;
export type LessonEventType = LessonEvent['type'];
export type EventOf<T extends LessonEventType> = Extract<LessonEvent, { type: T }>;
