import type { ClassroomId, SeatId, WordId } from '../../ids.ts';
import type { Time } from '../state.ts';

/** What an assistant can say to the lead teacher; `call-on` names a pupil of the room. */
export const ROOM_WORDS = ['slower', 'again', 'cannot-see', 'cannot-hear', 'call-on', 'ready'] as const;
export type RoomWord = (typeof ROOM_WORDS)[number];

/** What the lead teacher can say to the assistant of one classroom. */
export const LEAD_WORDS = ['are-you-ready', 'quiet', 'check-devices', 'count-hands', 'thanks'] as const;
export type LeadWord = (typeof LEAD_WORDS)[number];

/** A word that nobody has acknowledged waits for this long, in ms: what it asked for is past by then. */
export const WORD_MS = 2 * 60_000;

/** Its sender sees for this long that it was acknowledged, or that it was not, in ms. */
export const OUTCOME_MS = 20_000;

/** As many words of one side wait in a classroom; the oldest gives way. */
export const MOST_WAITING = 3;

/** A silent word between the two teachers of a classroom. */
export interface TeachersWord {
  readonly wordId: WordId;
  readonly classroomId: ClassroomId;
  readonly from: 'lead' | 'room';
  readonly word: RoomWord | LeadWord;
  /** The pupil whom the lead teacher should call on. */
  readonly seatId: SeatId | null;
  readonly number: number | null;
  readonly at: Time;
  /** Whether whom it is for has acknowledged it, or let it pass. */
  readonly state: 'waiting' | 'seen' | 'missed';
  /** When this changes by itself: a word that waits is missed, any other goes. */
  readonly until: Time;
}
