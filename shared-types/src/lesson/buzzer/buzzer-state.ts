import type { ClassroomId, RoundId } from '../../ids.ts';
import type { Time } from '../state.ts';
import type { Entrant, EntrantKey } from './entrant.ts';
import type { Measure } from './measure.ts';
import type { Reaction } from './reaction.ts';

/**
 * Who is compared with whom. `pupil`: the fastest pupil. `classroom`: one place per classroom, its fastest. `each-once`: the same, and
 * a classroom that has won counts again when every classroom that is here has won as often. `fresh-first`: classrooms that had neither
 * a turn nor a win come before the others. `teams`: one place per team, its fastest; teams go across classrooms by the pupils' numbers.
 */
export const BUZZER_MODES = ['pupil', 'classroom', 'each-once', 'fresh-first', 'teams'] as const;
export type BuzzerMode = (typeof BUZZER_MODES)[number];

/** A press that counts, with the numbers that it was judged by. */
export interface Press extends Reaction {
  readonly entrant: Entrant;
  /** When it arrived. */
  readonly at: Time;
  /** From the key's departure to the arrival, in ms. */
  readonly waited: number;
  /** What the device says of its reaction, in ms; null where it says nothing. */
  readonly claimed: number | null;
  /** Nothing bounded its link: the margin is wider. */
  readonly alone?: boolean | undefined;
  /** It had no data path: the margin is wider. */
  readonly socketOnly?: boolean | undefined;
}

/** One line of the order. */
export interface Place {
  /** 1 is to speak first; no two lines share it. */
  readonly rank: number;
  /** Shared by those who are tied for the first place. */
  readonly place: number;
  readonly entrant: Entrant;
  /** 0 and on in the mode `teams`, else null. */
  readonly team: number | null;
  /** In ms; null where the viewer may not know them. */
  readonly reaction: number | null;
  readonly margin: number | null;
}

/** What the lead teacher said of a place: the point, or none. */
export interface Verdict {
  readonly place: number;
  readonly given: boolean;
}

export interface BuzzerRound {
  readonly kind: 'buzzer';
  readonly roundId: RoundId;
  /** `armed` until the cue; `open` for presses; `decided` with an order. */
  readonly phase: 'armed' | 'open' | 'decided';
  readonly mode: BuzzerMode;
  /** How many teams, in the mode `teams`. */
  readonly teams: number | null;
  /** '' where there is none, or where the viewer may not read it before the start. */
  readonly prompt: string;
  readonly armedAt: Time;
  /** When the cue is due; only the server knows, so that nobody can wait for it. */
  readonly startsAt: Time | null;
  /** How long it is open, in s. */
  readonly seconds: number;
  readonly startedAt: Time | null;
  readonly closesAt: Time | null;
  /** Frozen for the round; only the server knows them. */
  readonly measures: Readonly<Record<EntrantKey, Measure>>;
  /** Who pressed too early, and until when further presses are refused. */
  readonly falseStarts: Readonly<Record<EntrantKey, Time>>;
  readonly presses: readonly Press[];
  /** How many pressed, per classroom. */
  readonly pressed: Readonly<Record<ClassroomId, number>>;
  /** Null until the decision; empty when nobody pressed. */
  readonly order: readonly Place[] | null;
  /** The rank of whose turn to answer it is; 0 when nobody's. */
  readonly current: number;
  readonly verdicts: readonly Verdict[];
}
