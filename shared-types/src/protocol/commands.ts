import { z } from 'zod';
import { LINK_CHOICES } from '../ladder/link-choice.ts';
import { ZONES } from '../lesson/buzzer/entrant.ts';
import { packState } from '../lesson/pack/pack-state.ts';
import { measures } from '../self-test/measures.ts';
import { buzzerOpen } from './buzzer-commands.ts';
import { cheerCommands } from './cheer-commands.ts';
import { clockCommands } from './clock-commands.ts';
import { floorCommands } from './floor-commands.ts';
import { handCommands } from './hand-commands.ts';
import { id } from './id.ts';
import { inkCommands } from './ink-commands.ts';
import { pupilName } from './pupil-name.ts';
import { questionCommands } from './question-commands.ts';
import { screenCommands } from './screen-commands.ts';
import { slideCommands } from './slide-commands.ts';
import { wordCommands } from './word-commands.ts';
import { workCommands } from './work-commands.ts';

/** Ms since the page began, as `performance.now()` counts. */
const stamp = z.number().nonnegative();
const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const withSeat = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), seatId: id });
const withClassroom = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), classroomId: id.optional() });
const withTablet = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), classroomId: id.optional(), tabletId: id });
const withRound = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), roundId: id });

/** What a screen can ask of a lesson. `classroomId` is for the lead teacher's own class; boards and phones mean their own. */
export const command = z.discriminatedUnion('type', [
  // Lead teacher.
  plain('lesson.start'),
  plain('lesson.end'),
  /** A second teacher, or the assistant of a classroom, leads in the teacher's place until this is taken back: by account or classroom. */
  z.strictObject({ type: z.literal('lead.hand'), to: id }),
  plain('lead.take-back'),
  buzzerOpen,
  /** The point of the place that is to answer: given or withheld. */
  z.strictObject({ type: z.literal('buzzer.award'), roundId: id, give: z.boolean() }),
  withRound('buzzer.next'),
  withRound('round.close'),
  withRound('round.dismiss'),
  ...floorCommands,
  ...slideCommands,
  ...inkCommands,
  ...handCommands,
  /** How much of the media a classroom's link is to carry at most. */
  z.strictObject({ type: z.literal('link.choose'), classroomId: id, choice: z.enum(LINK_CHOICES) }),
  // Board and the assistant's phone; the lead also of a second teacher.
  plain('board.ready'),
  z.strictObject({ type: z.literal('camera.report'), camera: z.enum(['on', 'off', 'refused', 'busy', 'missing']) }),
  plain('camera.cover'),
  plain('camera.uncover'),
  /** How far the board is with the lesson's pack. */
  z.strictObject({ type: z.literal('pack.report'), ...packState.shape }),
  plain('classroom.leave'),
  /** 由我先带一会儿, while the lead teacher is missed. */
  plain('lead.take'),
  /** Who leads in the teacher's place leads no longer. */
  plain('lead.give-back'),
  withClassroom('door.open'),
  withClassroom('door.close'),
  withSeat('seat.release'),
  /** `at` is that of the request on the assistant's screen: a newer one is not what was allowed. */
  z.strictObject({ type: z.literal('seat.allow'), seatId: id, at: z.int().nonnegative() }),
  withSeat('seat.deny'),
  z.strictObject({ type: z.literal('seat.add'), classroomId: id.optional(), name: pupilName }),
  withClassroom('room.reset'),
  withTablet('tablet.allow'),
  withTablet('tablet.deny'),
  // Pupil, and a tablet that has no seat yet; a press also of a board (`zone` or `hand`) and of a phone (`hand`).
  z.strictObject({
    type: z.literal('buzzer.press'),
    roundId: id,
    /** When the cue was shown and when it was pressed, in ms on the device's one monotonic clock; null for a cue that was not shown. */
    shown: stamp.nullable(),
    pressed: stamp,
    zone: z.int().min(1).max(ZONES).optional(),
    hand: z.literal(true).optional(),
  }),
  plain('seat.leave'),
  withSeat('seat.claim'),
  withSeat('seat.request'),
  /** A tablet asks to be handed round; the id is its own, made once. */
  z.strictObject({ type: z.literal('tablet.share'), tabletId: id }),
  plain('tablet.leave'),
  ...questionCommands,
  ...wordCommands,
  ...screenCommands,
  ...clockCommands,
  ...cheerCommands,
  ...workCommands,
  /** Of a board or the lead teacher's page: what its self-test measured. */
  z.strictObject({ type: z.literal('self-test.report'), measures }),
]);

export type Command = z.infer<typeof command>;
export type CommandType = Command['type'];

/** A command on its way: `id` is made once by the sender and stays the same in every retry. */
export const envelope = z.strictObject({ id, lessonId: id, command });
export type Envelope = z.infer<typeof envelope>;
