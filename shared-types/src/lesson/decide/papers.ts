import { refuse } from '../../refusals.ts';
import { MOST_PAPERS } from '../papers/papers.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome, unless } from './outcome.ts';

/** [IK11] A blank page, or one with a picture that the teacher took, comes to the lesson and stands on the screens. */
export function addPaper({ phase, papers }: LessonState, photo: string | null, { newId }: Context): Outcome {
  return unless(
    [
      [phase !== 'live', 'lesson/not-live'],
      [papers.all.length >= MOST_PAPERS, 'paper/too-many'],
    ],
    () => happen({ type: 'paper.added', paperId: newId(), photo }),
  );
}

/** [IK11] A paper stands on the screens again, or goes and leaves the place to the deck. */
export function showPaper({ phase, papers }: LessonState, paperId: string | null): Outcome {
  if (phase !== 'live') return refuse('lesson/not-live');
  if (paperId !== null && !papers.all.some((paper) => paper.paperId === paperId)) return refuse('paper/unknown');
  return papers.shown === paperId ? happen() : happen({ type: 'paper.shown', paperId });
}
