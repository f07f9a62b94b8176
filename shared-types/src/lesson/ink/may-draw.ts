import type { PeerId } from '../../ids.ts';
import type { Refusal } from '../../refusals.ts';
import { leadsOnPage } from '../acting/leads-on-page.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';
import { halfOf, openPage, openSheets } from './open-sheets.ts';

type Drawn = Pick<LessonState, 'phase' | 'papers' | 'slide' | 'works' | 'ink' | 'classrooms' | 'acting'>;

/** [IK1] [IK6] [IK7] [IK14] Why this person may not draw on this sheet now, or null: asked for each stroke, also while it is drawn. */
export function mayDraw(state: Drawn, by: PeerId, sheet: string): Refusal | null {
  if (state.phase !== 'live') return 'lesson/not-live';
  const leads = leadsOnPage(state, by);
  if (!leads && !holdsPen(state, by)) return 'ink/no-pen';
  if (!openSheets(state).includes(sheet)) return 'ink/not-shown';
  const page = openPage(state);
  const divided = state.ink.sides && state.works.shown.length === 0 && page !== null;
  return !leads && divided && sheet !== halfOf(page, by) ? 'ink/other-half' : null;
}

/** [IK6] True while this classroom has the pen and is in the lesson. */
export function holdsPen({ ink, classrooms }: Pick<LessonState, 'ink' | 'classrooms'>, classroomId: string): boolean {
  return ink.pens.includes(classroomId) && entryOf(classrooms, classroomId)?.left === false;
}
