import { NO_PAPERS } from '../papers/papers.ts';
import type { LessonState } from '../state.ts';
import type { Person } from '../visible.ts';
import { NO_INK } from './ink.ts';

/** [IK12] Ink and papers are for those who see pages: tablets have their own screens for other things. */
export function seesPages({ role }: Person): boolean {
  return role === 'lead' || role === 'second' || role === 'board' || role === 'phone';
}

export function inkFor(viewer: Person, { ink, papers }: LessonState): Pick<LessonState, 'ink' | 'papers'> {
  return seesPages(viewer) ? { ink, papers } : { ink: NO_INK, papers: NO_PAPERS };
}
