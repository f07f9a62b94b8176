import {
  type LessonState,
  type NowAndNext,
  nowAndNext,
  type PackQuestion,
  questionOnScreen,
  runOfShow,
} from '@tongke/shared-types';
import { useContext, useRef } from 'react';
import { KnownPack } from '../../pack/known-pack.ts';

interface Run extends NowAndNext {
  readonly questions: readonly PackQuestion[];
}

/** [PK1] Where the lesson stands in its run of show, and what comes next; the questions that this screen has seen come no more. Without a pack the run is the pages. */
export function useNowAndNext(view: Pick<LessonState, 'lessonId' | 'round' | 'slide'>): Run {
  const pack = useContext(KnownPack);
  const asked = useRef({ lessonId: view.lessonId, ids: new Set<string>() });
  if (asked.current.lessonId !== view.lessonId) asked.current = { lessonId: view.lessonId, ids: new Set() };
  const { round, slide } = view;
  const questions = pack?.questions ?? [];
  const steps =
    pack?.deckId === (slide?.deckId ?? null)
      ? pack.steps
      : runOfShow(
          Array.from({ length: slide?.pages ?? 0 }, () => []),
          [],
        );
  const questionId = round?.kind === 'question' ? questionOnScreen(questions, round) : null;
  if (questionId !== null) asked.current.ids.add(questionId);
  return { ...nowAndNext({ steps, questions }, view, asked.current.ids), questions };
}
