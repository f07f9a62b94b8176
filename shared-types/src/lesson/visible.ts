import type { Viewer } from '../roles.ts';
import { buzzerVisibleTo } from './buzzer/buzzer-view.ts';
import { praiseFor } from './cheer/cheer-view.ts';
import type { LessonEvent } from './events.ts';
import { seesPages } from './ink/ink-view.ts';
import { questionVisibleTo } from './question/question-visible.ts';
import { seesShownWorks, seesWork } from './works/works-view.ts';

/** What a viewer receives of an event: the event, a redacted one, or null for nothing. Filtering is the last step before a socket. */
export function visibleTo(viewer: Viewer, event: LessonEvent): LessonEvent | null {
  if (viewer.role === 'server') return event;
  switch (event.type) {
    case 'classroom.added':
      return holdsRoom(viewer, event.classroomId) ? event : { ...event, ticket: '' };
    case 'room.reset':
      return holdsRoom(viewer, event.classroomId) ? event : { ...event, ticket: '' };
    case 'door.opened':
      return holdsRoom(viewer, event.classroomId) ? event : { ...event, code: '' };
    case 'seats.added':
    case 'seats.renumbered':
      if (seesRoster(viewer, event.classroomId)) return event;
      if (viewer.role !== 'pupil') return null;
      return onlyOwn(viewer.seatId, event);
    case 'seats.removed': {
      if (seesRoster(viewer, event.classroomId)) return event;
      if (viewer.role !== 'pupil' || !event.seatIds.includes(viewer.seatId)) return null;
      return { ...event, seatIds: [viewer.seatId] };
    }
    case 'seat.taken':
    case 'seat.requested':
      return seesSeat(viewer, event) ? { ...event, device: '' } : null;
    case 'seat.freed':
    case 'seat.came':
    case 'seat.went':
    case 'seat.denied':
      return seesSeat(viewer, event) ? event : null;
    case 'classroom.recalled':
      return viewer.role === 'lead' ? event : null;
    case 'name.drawn':
      return viewer.role === 'lead' ? event : { ...event, seed: 0, rooms: [], seats: [] };
    case 'praise.given':
      return praiseFor(viewer, event);
    case 'work.sent':
    case 'work.removed':
      return seesWork(viewer, event) ? event : null;
    case 'works.shown':
      return seesShownWorks(viewer) ? event : null;
    case 'paper.added':
    case 'paper.shown':
    case 'ink.drawn':
    case 'ink.erased':
    case 'ink.cleared':
    case 'ink.undone':
    case 'pens.set':
    case 'page.zoomed':
      return seesPages(viewer) ? event : null;
    case 'applause.given':
      return seesApplause(viewer, event.classroomId) ? event : null;
    case 'hand.raised':
    case 'hand.changed':
    case 'hand.lowered':
      return seesHand(viewer, event) ? event : null;
    case 'word.said':
    case 'word.seen':
    case 'word.missed':
    case 'word.over':
      return seesWords(viewer, event.classroomId) ? event : null;
    case 'link.chosen':
    case 'pack.reported':
    case 'branch.merged':
      return seesLink(viewer, event.classroomId) ? event : null;
    case 'link.changed':
    case 'self-test.done':
      return seesLink(viewer, event.peerId) ? event : null;
    case 'buzzer.armed':
    case 'buzzer.measured':
    case 'buzzer.started':
    case 'buzzer.false-started':
    case 'buzzer.pressed':
    case 'buzzer.counted':
    case 'buzzer.decided':
    case 'buzzer.awarded':
    case 'buzzer.passed':
      return buzzerVisibleTo(viewer, event);
    case 'question.opened':
    case 'question.marked':
    case 'answer.given':
    case 'handcount.set':
      return questionVisibleTo(viewer, event);
    case 'tablet.requested':
    case 'tablet.shared':
      return seesRoster(viewer, event.classroomId) ? { ...event, device: '' } : null;
    case 'tablet.unshared':
    case 'tablet.came':
    case 'tablet.went':
      return seesRoster(viewer, event.classroomId) ? event : null;
    default:
      return event;
  }
}

export type Person = Exclude<Viewer, { role: 'server' }>;

/** The room's own assistant holds its ticket and code; so does the lead teacher, for the own class. */
export function holdsRoom(viewer: Person, classroomId: string): boolean {
  return viewer.role === 'lead' || inRoom(viewer, classroomId);
}

/** Who sees the seats of a classroom; a pupil sees the own seat only. */
export function seesRoster(viewer: Person, classroomId: string): boolean {
  return viewer.role === 'lead' || inRoom(viewer, classroomId) || isGuest(viewer, classroomId);
}

/** Who sees this seat's coming and going. */
export function seesSeat(viewer: Person, seat: { readonly classroomId: string; readonly seatId: string }): boolean {
  return viewer.role === 'pupil' ? viewer.seatId === seat.seatId : seesRoster(viewer, seat.classroomId);
}

/** Hands are for the lead teacher and the second ones, the room itself, and the pupil who raised one. */
export function seesHand(
  viewer: Person,
  hand: { readonly classroomId: string; readonly seatId: string | null },
): boolean {
  if (viewer.role === 'pupil') return viewer.seatId === hand.seatId;
  return viewer.role === 'lead' || viewer.role === 'second' || inRoom(viewer, hand.classroomId);
}

/** A hand count is shown to those who can change it until the reveal puts it into the tally. */
export function seesHandCount(viewer: Person, classroomId: string): boolean {
  return viewer.role === 'lead' || inRoom(viewer, classroomId);
}

/** [TW6] A word is between the lead teacher and the room's assistant. */
export function seesWords(viewer: Person, classroomId: string): boolean {
  return viewer.role === 'lead' || inRoom(viewer, classroomId);
}

/** [WL6] [ST2] [PK5] How a link does, what a self-test found, and how far the lesson's pack is, and [BR6] what the room did by itself, is for the lead teacher, and for the room's own board and phones. */
export function seesLink(viewer: Person, peerId: string): boolean {
  return viewer.role === 'lead' || inRoom(viewer, peerId);
}

/** [PR4] Applause is for the lead teacher, and for the room that claps. */
export function seesApplause(viewer: Person, classroomId: string): boolean {
  return viewer.role === 'lead' || inRoom(viewer, classroomId);
}

function inRoom(viewer: Person, classroomId: string): boolean {
  return (viewer.role === 'board' || viewer.role === 'phone') && viewer.classroomId === classroomId;
}

/** A tablet that is nobody's: before it has a seat, or handed round. */
function isGuest(viewer: Person, classroomId: string): boolean {
  return (viewer.role === 'guest' || viewer.role === 'shared') && viewer.classroomId === classroomId;
}

function onlyOwn(
  seatId: string,
  event: Extract<LessonEvent, { type: 'seats.added' | 'seats.renumbered' }>,
): LessonEvent | null {
  const seats = event.seats.filter((seat) => seat.seatId === seatId);
  return seats.length > 0 ? { ...event, seats } : null;
}
