import type { ClassroomId, RoundId, SeatId } from '../../ids.ts';
import type { Time } from '../state.ts';
import type { Answer } from './answer.ts';
import type { HandCounts } from './hand-keys.ts';
import type { RoomTally } from './room-tally.ts';
import type { Shown } from './shown.ts';
import type { Task } from './task.ts';

/** How an answer came: by the pupil's own tablet, by one that is handed round, from a team at it, or from a paper card. */
export type AnswerSource = 'tablet' | 'shared' | 'team' | 'card';

export interface GivenAnswer {
  readonly classroomId: ClassroomId;
  /** Null where the viewer may know that there is an answer, and not which. */
  readonly answer: Answer | null;
  readonly at: Time;
  readonly source: AnswerSource;
}

/** Equal number or text answers, for all to see: how many, and whether they are right (null while that is not known). */
export interface Group {
  readonly label: string;
  readonly count: number;
  readonly right: boolean | null;
}

export interface QuestionRound {
  readonly kind: 'question';
  readonly roundId: RoundId;
  readonly task: Task;
  /** '' for a question that is asked aloud, and where the viewer has only the keys. */
  readonly prompt: string;
  /** SHA-256 of its picture, or null. */
  readonly picture: string | null;
  /** '' when there is none, or where the viewer may not know it yet. */
  readonly explanation: string;
  /** Whether tablets show the question, or only the keys to a question on the board. */
  readonly onTablet: 'keys' | 'question';
  readonly openedAt: Time;
  /** Until then it is read; answers are taken from then on. */
  readonly opensAt: Time;
  /** The end of the countdown. */
  readonly closesAt: Time;
  /** An answer that was on its way at the end of the countdown is taken until then. */
  readonly takesUntil: Time;
  readonly phase: 'reading' | 'open' | 'closed' | 'revealed' | 'explained';
  readonly answers: Readonly<Record<SeatId, GivenAnswer>>;
  /** Seats that answered, per classroom; tablets are not told. */
  readonly answered: Readonly<Record<ClassroomId, number>>;
  /** Raised hands that the assistant counted. */
  readonly handCounts: Readonly<Record<ClassroomId, HandCounts>>;
  /** Pupils who could answer on a tablet when the question closed, per classroom; null until then. */
  readonly expected: Readonly<Record<ClassroomId, number>> | null;
  /** Tablets and hands together, from the reveal on. */
  readonly tally: Readonly<Record<ClassroomId, RoomTally>> | null;
  /** Equal numbers of all classrooms, from the reveal on: the most frequent ones; `others` answered something else. */
  readonly groups: readonly Group[];
  readonly others: number;
  /** Single answers and groups of texts that the lead teacher has put on the boards, the newest last. */
  readonly shown: readonly Shown[];
}
