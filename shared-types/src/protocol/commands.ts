import { z } from 'zod';
import { BUZZER_MODES } from '../lesson/buzzer/buzzer-state.ts';
import { ZONES } from '../lesson/buzzer/entrant.ts';
import { CHOICES } from '../lesson/choices.ts';
import { countCharacters, QUESTION_LIMITS } from '../lesson/question-limits.ts';
import { id } from './id.ts';
import { pupilName } from './pupil-name.ts';

export const choice = z.enum(CHOICES);

/** Ms since the page began, as `performance.now()` counts. */
const stamp = z.number().nonnegative();
const seconds = z.int().min(5).max(600);
const counted = (max: number) =>
  z
    .string()
    .trim()
    .refine((said) => countCharacters(said) <= max);

/** The text of a choice question and of its answers, within [QZ8]. */
export const prompt = counted(QUESTION_LIMITS.prompt);
export const choices = z
  .array(z.strictObject({ key: choice, text: counted(QUESTION_LIMITS.choice) }))
  .min(2)
  .max(4);
const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const withSeat = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), seatId: id });
const withClassroom = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), classroomId: id.optional() });
const withRound = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), roundId: id });

/** What a screen can ask of a lesson. `classroomId` is for the lead teacher's own class; boards and phones mean their own. */
export const command = z.discriminatedUnion('type', [
  // Lead teacher.
  plain('lesson.start'),
  plain('lesson.end'),
  /** The prompt has the limits of a question's [QZ8], and may be ''. `teams` is for the mode `teams`, 2 unless told. */
  z.strictObject({
    type: z.literal('buzzer.open'),
    mode: z.enum(BUZZER_MODES),
    teams: z.int().min(2).max(4).optional(),
    prompt,
    seconds,
  }),
  /** The point of the place that is to answer: given or withheld. */
  z.strictObject({ type: z.literal('buzzer.award'), roundId: id, give: z.boolean() }),
  withRound('buzzer.next'),
  z.strictObject({
    type: z.literal('question.open'),
    prompt,
    choices,
    correct: choice.nullable(),
    seconds,
  }),
  withRound('question.reveal'),
  withRound('round.close'),
  withRound('round.dismiss'),
  z.strictObject({ type: z.literal('turn.give'), classroomId: id, seatId: id.nullable(), seconds }),
  z.strictObject({ type: z.literal('turn.end'), turnId: id }),
  z.strictObject({ type: z.literal('hand.lower'), classroomId: id.optional(), seatId: id.nullable().optional() }),
  plain('hands.clear'),
  // Board and the assistant's phone.
  plain('board.ready'),
  z.strictObject({ type: z.literal('camera.report'), camera: z.enum(['on', 'off', 'refused', 'busy', 'missing']) }),
  plain('camera.cover'),
  plain('camera.uncover'),
  plain('classroom.leave'),
  withClassroom('door.open'),
  withClassroom('door.close'),
  withSeat('seat.release'),
  /** `at` is that of the request on the assistant's screen: a newer one is not what was allowed. */
  z.strictObject({ type: z.literal('seat.allow'), seatId: id, at: z.int().nonnegative() }),
  withSeat('seat.deny'),
  z.strictObject({ type: z.literal('seat.add'), classroomId: id.optional(), name: pupilName }),
  withClassroom('room.reset'),
  z.strictObject({
    type: z.literal('handcount.set'),
    classroomId: id.optional(),
    roundId: id,
    counts: z.partialRecord(choice, z.int().min(0).max(200)),
  }),
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
  z.strictObject({ type: z.literal('answer.give'), roundId: id, choice }),
  plain('hand.raise'),
  plain('seat.leave'),
  withSeat('seat.claim'),
  withSeat('seat.request'),
]);

export type Command = z.infer<typeof command>;
export type CommandType = Command['type'];

/** A command on its way: `id` is made once by the sender and stays the same in every retry. */
export const envelope = z.strictObject({ id, lessonId: id, command });
export type Envelope = z.infer<typeof envelope>;
