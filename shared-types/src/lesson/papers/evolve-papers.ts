import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';

/** What becomes of the lesson's papers. */
export function evolvePapers(state: LessonState, event: EventOf<'paper.added' | 'paper.shown'>): LessonState {
  const { papers } = state;
  if (event.type === 'paper.shown') return { ...state, papers: { ...papers, shown: event.paperId } };
  const { paperId, photo } = event;
  return { ...state, papers: { all: [...papers.all, { paperId, photo }], shown: paperId } };
}

/** A page of the deck stands there instead. */
export function paperAway(state: LessonState): LessonState {
  return state.papers.shown === null ? state : { ...state, papers: { ...state.papers, shown: null } };
}
