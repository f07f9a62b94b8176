import type { RoundId } from '../../ids.ts';
import type { BuzzerRound } from '../buzzer/buzzer-state.ts';
import { type Ink, NO_INK } from '../ink/ink.ts';
import type { QuestionRound } from '../question/round.ts';
import { type Classroom, EMPTY_LESSON, type Hand, type LessonState } from '../state.ts';
import type { BranchLog } from './branch-log.ts';

/** A question that was asked on a branch, as it stands or stood last. */
export interface BranchRound {
  readonly round: QuestionRound;
  /** Which one of the pack it is; null for one on the spot. */
  readonly questionId: string | null;
}

/** One classroom's lesson beside the main line. */
export interface BranchState {
  readonly branchId: string;
  /** The lesson as this classroom goes on with it: nobody else is in it. */
  readonly lesson: LessonState;
  /** In the order in which they were asked. */
  readonly rounds: Readonly<Record<RoundId, BranchRound>>;
  readonly buzzers: Readonly<Record<RoundId, BuzzerRound>>;
  /** How often a page was turned. */
  readonly turns: number;
}

/** How many questions and buzzers a branch has had. */
export function roundsOf({ rounds, buzzers }: Pick<BranchState, 'rounds' | 'buzzers'>): number {
  return Object.keys(rounds).length + Object.keys(buzzers).length;
}

/** What only the board knows of where its branch begins; hands and the clock of a branch that it follows. */
interface OnBoard {
  readonly title?: string | undefined;
  readonly ink?: Ink | undefined;
  readonly hands?: readonly Hand[] | undefined;
  readonly clock?: LessonState['clock'] | undefined;
}

/** What a branch takes from the lesson that it leaves. */
export type Trunk = Pick<LessonState, 'lessonId' | 'schoolId' | 'leadId' | 'title' | 'startedAt'>;

/**
 * [BR2] [BR12] A branch at its beginning: the classroom with its roll, the deck at its page, nothing on the screens. No tablet is in it yet:
 * what was connected went through the server. The pen is the board's.
 */
export function beginBranch(
  trunk: Trunk,
  classroom: Classroom,
  { branchId, slide }: Pick<BranchLog, 'branchId' | 'slide'>,
  { title = '', ink = NO_INK, hands = [], clock = null }: OnBoard = {},
): BranchState {
  const { lessonId, schoolId, leadId, startedAt } = trunk;
  const seats = Object.fromEntries(
    Object.entries(classroom.seats).map(([seatId, { number }]) => [
      seatId,
      { seatId, number, device: null, online: false, awaySince: null, request: null },
    ]),
  );
  const room: Classroom = { ...classroom, left: false, doorCode: null, seats, tablets: {} };
  return {
    branchId,
    lesson: {
      ...EMPTY_LESSON,
      ...{ lessonId, schoolId, leadId, title: trunk.title, startedAt, phase: 'live' },
      classrooms: { [classroom.classroomId]: room },
      slide: slide && { ...slide, title },
      ...{ hands, clock },
      ink: { ...ink, pens: [classroom.classroomId], sides: false, zoom: null },
      scoring: { points: false, streaks: false },
    },
    rounds: {},
    buzzers: {},
    turns: 0,
  };
}
