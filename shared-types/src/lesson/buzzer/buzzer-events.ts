import { z } from 'zod';
import { id } from '../../protocol/id.ts';
import { event, time } from '../event-shape.ts';
import { BUZZER_MODES } from './buzzer-state.ts';
import { ZONES } from './entrant.ts';
import { MEASURES_PER_EVENT } from './measure.ts';

/** Ms, in eighths. */
const span = z.number();
const classroomId = id;

const entrant = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seat'), classroomId, seatId: id, number: z.int() }),
  z.object({ kind: z.literal('zone'), classroomId, zone: z.int().min(1).max(ZONES) }),
  z.object({ kind: z.literal('hand'), classroomId }),
]);
const entrantKey = z.string().max(160);
const place = z.object({
  rank: z.int(),
  place: z.int(),
  entrant,
  team: z.int().nullable(),
  reaction: span.nullable(),
  margin: span.nullable(),
});

/** So many places fit into one event; who comes later was pressed out. */
export const MOST_PLACES = 20;

const ofRound = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  event(type, { roundId: id, ...shape });

/** What happens in a buzzer round. */
export const buzzerEvents = [
  ofRound('buzzer.armed', {
    mode: z.enum(BUZZER_MODES),
    teams: z.int().nullable(),
    prompt: z.string(),
    at: time,
    /** Null for everybody but the server. */
    startsAt: time.nullable(),
    seconds: z.int(),
  }),
  /** The links as they were measured, in portions. Never leaves the server. */
  ofRound('buzzer.measured', {
    measures: z
      .array(
        z.object({
          entrant: entrantKey,
          least: span,
          slack: span,
          alone: z.boolean(),
          path: z.enum(['both', 'socket']),
          late: span,
        }),
      )
      .max(MEASURES_PER_EVENT),
  }),
  ofRound('buzzer.started', { at: time, closesAt: time, prompt: z.string() }),
  ofRound('buzzer.false-started', { entrant, at: time, until: time }),
  ofRound('buzzer.pressed', {
    entrant,
    at: time,
    waited: span,
    claimed: span.nullable(),
    network: span,
    reaction: span,
    margin: span,
    /** Between the arrivals of the word "shown" and of the press, where there was such a word. */
    interval: span.optional(),
    /** The device told another reaction than this interval. */
    doubted: z.boolean().optional(),
    /** Nothing bounded this link, or there was no data path: why the margin is wide. */
    alone: z.boolean().optional(),
    socketOnly: z.boolean().optional(),
    /** Which of the two paths brought the first copy. */
    path: z.enum(['data', 'socket']),
    /** How many of the classroom have pressed now. */
    pressed: z.int(),
  }),
  /** What others see of `buzzer.pressed`; never stored. */
  ofRound('buzzer.counted', { classroomId, pressed: z.int() }),
  ofRound('buzzer.decided', {
    order: z.array(place).max(MOST_PLACES),
    at: time,
    /** In logs of before points were awarded: the seat that got one with the decision. */
    point: id.nullish(),
  }),
  ofRound('buzzer.awarded', {
    at: time,
    place: z.int(),
    given: z.boolean(),
    /** A null seat is the classroom as a whole. */
    points: z.array(z.object({ classroomId, seatId: id.nullable() })).max(MOST_PLACES),
  }),
  ofRound('buzzer.passed', { at: time, called: place }),
] as const;

export type BuzzerEvent = z.infer<(typeof buzzerEvents)[number]>;
