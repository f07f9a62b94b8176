import type { RoundId } from '../../ids.ts';
import type { QuestionRound } from '../question/round.ts';
import { type Classroom, EMPTY_LESSON, type LessonState } from '../state.ts';
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
  /** How often a page was turned. */
  readonly turns: number;
}

/** What a branch takes from the lesson that it leaves. */
export type Trunk = Pick<LessonState, 'lessonId' | 'schoolId' | 'leadId' | 'title' | 'startedAt'>;

/**
 * [BR2] A branch at its beginning: the classroom with its roll, the deck at its page, nothing on the screens. Nobody's tablet is in it: what
 * was connected went through the server.
 */
export function beginBranch(
  trunk: Trunk,
  classroom: Classroom,
  { branchId, slide }: Pick<BranchLog, 'branchId' | 'slide'>,
  title = '',
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
      scoring: { points: false, streaks: false },
    },
    rounds: {},
    turns: 0,
  };
}
