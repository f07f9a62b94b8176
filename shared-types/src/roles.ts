import type { ClassroomId, SchoolId, SeatId } from './ids.ts';
import type { CommandType } from './protocol/commands.ts';

/** Who sends a command, as the server knows it. A `guest` holds a valid ticket or code and has no seat yet; a `shared` tablet is handed round in its room. */
export type Actor =
  | { readonly role: 'lead'; readonly staffId: string; readonly schoolId: SchoolId }
  | { readonly role: 'second'; readonly staffId: string; readonly schoolId: SchoolId }
  | { readonly role: 'board'; readonly classroomId: ClassroomId; readonly deviceId: string }
  | { readonly role: 'phone'; readonly classroomId: ClassroomId; readonly deviceId: string }
  | { readonly role: 'pupil'; readonly classroomId: ClassroomId; readonly seatId: SeatId }
  | { readonly role: 'shared'; readonly classroomId: ClassroomId; readonly tabletId: string }
  | { readonly role: 'guest'; readonly classroomId: ClassroomId; readonly device: string };

export type Role = Actor['role'];

/** For whom a view is made; the lesson's own process sees everything. */
export type Viewer = Actor | { readonly role: 'server' };

/** Of whoever leads in the teacher's place; ink also of a board with the pen. */
const ACTING: readonly CommandType[] = [
  'page.turn',
  'slides.show',
  'ink.draw',
  'ink.erase',
  'ink.undo',
  'ink.clear',
  'turn.give',
  'question.open',
  'question.reveal',
  'buzzer.open',
  'round.close',
  'round.dismiss',
];

const ASSISTANT: readonly CommandType[] = [
  'door.open',
  'door.close',
  'seat.release',
  'seat.allow',
  'seat.deny',
  'seat.add',
  'room.reset',
  'tablet.allow',
  'tablet.deny',
  'handcount.set',
  'camera.cover',
  'camera.uncover',
  'buzzer.press',
  'hand.raise',
  'hand.lower',
  'turn.end',
  'turn.take',
  'turn.accept',
  'microphone.set',
  'word.say',
  'word.acknowledge',
  'classroom.leave',
  'screen.stop',
  'applause.give',
  'work.send',
  'work.remove',
  'lead.take',
  'lead.give-back',
  ...ACTING,
];

/** The one permission table: the gateway asks it on every command, screens ask it to hide buttons. */
export const CAN: Readonly<Record<Role, readonly CommandType[]>> = {
  lead: [
    'lesson.start',
    'lesson.end',
    'lead.hand',
    'lead.take-back',
    'buzzer.open',
    'buzzer.award',
    'buzzer.next',
    'question.open',
    'question.mark',
    'question.reveal',
    'question.show-answer',
    'question.explain',
    'lesson.score-settings',
    'round.close',
    'round.dismiss',
    'turn.give',
    'turn.end',
    'turn.take',
    'floor.open',
    'floor.clear',
    'name.draw',
    'draw.clear',
    'deck.choose',
    'page.turn',
    'slides.show',
    'ink.draw',
    'ink.erase',
    'ink.undo',
    'ink.clear',
    'pens.set',
    'page.zoom',
    'paper.add',
    'paper.show',
    'hand.lower',
    'hands.clear',
    'link.choose',
    'clock.start',
    'clock.pause',
    'clock.resume',
    'clock.stop',
    'praise.give',
    'works.collect',
    'works.show',
    'work.remove',
    'screen.share',
    'screen.stop',
    'self-test.report',
    'word.say-to',
    'word.acknowledge',
    // For the own class in the city, whose board may be the teacher's laptop.
    'door.open',
    'door.close',
    'seat.release',
    'seat.allow',
    'seat.deny',
    'seat.add',
    'room.reset',
    'tablet.allow',
    'tablet.deny',
    'handcount.set',
  ],
  second: ['lead.take', 'lead.give-back', 'turn.end', ...ACTING],
  board: [...ASSISTANT, 'board.ready', 'camera.report', 'screen.share', 'self-test.report', 'pack.report'],
  phone: ASSISTANT,
  pupil: [
    'buzzer.press',
    'answer.give',
    'hand.raise',
    'hand.lower',
    'turn.take',
    'seat.leave',
    'work.send',
    'work.remove',
  ],
  shared: ['answer.give-for', 'tablet.leave'],
  guest: ['seat.claim', 'seat.request', 'tablet.share'],
};

/** True when the role may send this command at all; the rules decide about this one. */
export function can(role: Role, command: CommandType): boolean {
  return CAN[role].includes(command);
}
