import { createHmac, randomBytes } from 'node:crypto';
import {
  type LessonPack,
  type LessonState,
  type PackPicture,
  packQuestion,
  type QuestionItem,
  runOfShow,
} from '@tongke/shared-types';
import type { BlobDesk } from '../blobs/blob-desk.ts';
import type { CatalogueStores } from '../store/catalogue-stores.ts';
import { preparedQuestions } from './prepared-questions.ts';

/** What draws the order of things; it changes with each start of the server, and no screen can guess it. */
const SECRET = randomBytes(32);

interface Sources {
  readonly stores: Pick<CatalogueStores, 'decks' | 'lessonQuestions'>;
  readonly blobs: Pick<BlobDesk, 'bytesOf'>;
}

/** [PK2] [PK3] The pack of a lesson as it stands now: pages by their hashes and sizes, questions without right answers, and the run of show. */
export async function packOf(state: LessonState, { stores, blobs }: Sources): Promise<LessonPack> {
  const { lessonId, slide } = state;
  const sized = async (hash: string | null): Promise<PackPicture | null> => {
    const bytes = hash === null ? null : await blobs.bytesOf(hash);
    return hash === null || bytes === null ? null : { hash, bytes };
  };
  const { pinned, lesson } = await preparedQuestions(state, stores);
  const pages = slide ? await stores.decks.pages(slide.deckId, false) : [];
  const all = new Map([...pinned.flat(), ...lesson].map((question) => [question.questionId, question]));
  const pictures = new Set([...all.values()].flatMap(({ picture }) => picture ?? []));
  const ids = (questions: readonly QuestionItem[]) => questions.map(({ questionId }) => questionId);
  return {
    lessonId,
    deckId: slide?.deckId ?? null,
    pages: await Promise.all(
      pages.map(async ({ large, small }) => ({ large: await sized(large), small: await sized(small) })),
    ),
    questions: [...all.values()].map((question) => packQuestion(question, lots(lessonId, question.questionId))),
    pictures: (await Promise.all([...pictures].map(sized))).filter((picture) => picture !== null),
    steps: runOfShow(pinned.map(ids), ids(lesson)),
  };
}

/** The same lots each time: the pack of a lesson that did not change is the same pack. */
function lots(...of: readonly string[]): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return (
      createHmac('sha256', SECRET)
        .update([...of, drawn].join('\n'))
        .digest()
        .readUInt32BE() /
      2 ** 32
    );
  };
}
