import type { LessonState, QuestionItem } from '@tongke/shared-types';
import type { CatalogueStores } from '../store/catalogue-stores.ts';

type Stores = Pick<CatalogueStores, 'decks' | 'lessonQuestions'>;

interface Prepared {
  /** Those that are pinned to each page of the lesson's deck, in the order of its pages. */
  readonly pinned: readonly (readonly QuestionItem[])[];
  /** Those that were prepared for the lesson, in their order. */
  readonly lesson: readonly QuestionItem[];
}

/** [PK1] What the lead teacher has prepared to ask in a lesson. */
export async function preparedQuestions(
  { lessonId, slide }: Pick<LessonState, 'lessonId' | 'slide'>,
  { decks, lessonQuestions }: Stores,
): Promise<Prepared> {
  const pages = slide ? await decks.pages(slide.deckId, true) : [];
  return { pinned: pages.map(({ own }) => own?.questions ?? []), lesson: await lessonQuestions.ofLesson(lessonId) };
}
