import type { LessonState } from '@tongke/shared-types';
import type { BlobViewer } from '../http/handlers.ts';
import { lessonsOfRoom } from '../packs/lessons-of-room.ts';
import { preparedQuestions } from '../packs/prepared-questions.ts';
import type { CatalogueStores } from '../store/catalogue-stores.ts';
import { decksOf } from './has-deck.ts';
import type { LessonWindow } from './lesson-window.ts';
import { namesBlob } from './names-blob.ts';

/**
 * [BL5] Who may see a file: staff who prepare questions see the pictures of their school, a lead teacher the photos of the own
 * lessons, a pupil the own photos, and everybody what their screen is shown in a lesson now; pages also their teacher. [PK3] Boards and
 * phones see the pictures of the questions in their lesson's pack.
 */
export async function maySee(
  viewer: BlobViewer,
  hash: string,
  stores: Pick<CatalogueStores, 'photos' | 'pictures' | 'decks' | 'lessons' | 'lessonQuestions'>,
  lessons: LessonWindow,
): Promise<boolean> {
  const { photos, pictures, decks, lessons: timetable } = stores;
  const { staff, board, seat } = viewer;
  for (const deckId of decksOf(viewer, lessons)) if (await decks.holds(deckId, hash)) return true;
  if (seat) {
    if (namesBlob(seat.actor, seat.state, hash)) return true;
    return (await photos.byHash(hash)).some(({ seatId }) => seat.seatIds.includes(seatId));
  }
  if (board) {
    const { classroomId, deviceId } = board;
    const actor = { role: board.kind, classroomId, deviceId } as const;
    if (lessons.states().some((state) => state.classrooms[classroomId] && namesBlob(actor, state, hash))) return true;
    for (const state of lessonsOfRoom(classroomId, lessons)) {
      const { pinned, lesson } = await preparedQuestions(state, stores);
      if ([...pinned.flat(), ...lesson].some(({ picture }) => picture === hash)) return true;
    }
    return false;
  }
  const { accountId, schoolId, role } = staff;
  const lead = { role: 'lead', staffId: accountId, schoolId } as const;
  const second = { ...lead, role: 'second' } as const;
  const shown = (state: LessonState) =>
    (state.leadId === accountId && namesBlob(lead, state, hash)) ||
    (Object.hasOwn(state.seconds, accountId) && namesBlob(second, state, hash));
  if (lessons.states().some(shown)) return true;
  if (await decks.isOfAccount(accountId, hash)) return true;
  if (role !== 'assistant' && (await pictures.isOfSchool(hash, schoolId))) return true;
  for (const { lessonId } of await photos.byHash(hash)) if ((await timetable.byId(lessonId, staff))?.mine) return true;
  return false;
}
