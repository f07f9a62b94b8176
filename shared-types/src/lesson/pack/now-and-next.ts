import type { LessonState } from '../state.ts';
import type { PackQuestion } from './lesson-pack.ts';
import { questionOnScreen } from './question-on-screen.ts';
import type { Step } from './run-of-show.ts';

export interface NowAndNext {
  /** Null where what is on the screens is no step: a question on the spot, or nothing at all. */
  readonly now: Step | null;
  /** Null at the end. */
  readonly next: Step | null;
}

interface Show {
  readonly steps: readonly Step[];
  readonly questions: readonly PackQuestion[];
}

/**
 * [PK1] Where the lesson stands in its run of show, and what comes after that. `asked` are the questions that were on the screens before:
 * they come no more. A question on the spot stands beside the run; after it the page goes on.
 */
export function nowAndNext(
  { steps, questions }: Show,
  { round, slide }: Pick<LessonState, 'round' | 'slide'>,
  asked: ReadonlySet<string>,
): NowAndNext {
  const page = slide?.shown ? slide.page : null;
  const onPage = steps.findIndex((step) => step.kind === 'page' && step.page === page);
  const questionId = round?.kind === 'question' ? questionOnScreen(questions, round) : null;
  const onQuestion = questionId === null ? -1 : indexOfQuestion(steps, questionId, page);
  const at = onQuestion >= 0 ? onQuestion : onPage;
  const isOver = (step: Step) =>
    step.kind === 'question' && (asked.has(step.questionId) || step.questionId === questionId);
  return {
    now: round ? (steps[onQuestion] ?? null) : (steps[onPage] ?? null),
    next: steps.slice(at + 1).find((step) => !isOver(step)) ?? null,
  };
}

/** The place of a question that may be pinned to several pages: the one of this page, or the first. */
function indexOfQuestion(steps: readonly Step[], questionId: string, page: number | null): number {
  const is = (step: Step) => step.kind === 'question' && step.questionId === questionId;
  const here = steps.findIndex((step) => is(step) && step.page === page);
  return here >= 0 ? here : steps.findIndex(is);
}
