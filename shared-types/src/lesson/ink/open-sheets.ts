import type { ClassroomId } from '../../ids.ts';
import type { LessonState } from '../state.ts';

/** The name of a work's sheet. */
export const workSheet = (workId: string): string => `work:${workId}`;

/** The name of a classroom's half of a sheet. */
export const halfOf = (sheet: string, classroomId: ClassroomId): string => `${sheet}@${classroomId}`;

/** The page or paper that stands on the screens, undivided; null where there is none. */
export function openPage({ papers, slide }: Pick<LessonState, 'papers' | 'slide'>): string | null {
  if (papers.shown !== null) return `paper:${papers.shown}`;
  return slide?.shown ? `deck:${slide.deckId}:${slide.page}` : null;
}

/** [IK1] What can be drawn on now, from left to right: the works that are shown, or else the page or both its halves. */
export function openSheets(state: Pick<LessonState, 'phase' | 'papers' | 'slide' | 'works' | 'ink'>): string[] {
  if (state.phase !== 'live') return [];
  const { works, ink } = state;
  if (works.shown.length > 0) return works.shown.map(({ workId }) => workSheet(workId));
  const page = openPage(state);
  if (page === null) return [];
  return ink.sides ? ink.pens.map((classroomId) => halfOf(page, classroomId)) : [page];
}
