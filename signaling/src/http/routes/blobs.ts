import { refuse } from '@tongke/shared-types';
import { maySee } from '../../blobs/may-see.ts';
import { photoAllowance } from '../../blobs/photo-allowance.ts';
import { photoTrouble } from '../../blobs/photo-trouble.ts';
import { workPlace } from '../../blobs/work-place.ts';
import { worksOf } from '../../store/catalogue-photos.ts';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';

/** A picture never changes under its hash; a child's photo is not left behind in a browser. */
const KEEP_PICTURE_S = 86_400;
/** How many different photos one child may send for one question, or as works of one lesson. */
const PHOTOS = 30;

/** Routes for pictures of questions and for pupils' photos. */
export function blobRoutes({
  catalogue,
  blobs,
  lessons,
  now,
}: HttpDeps): Handlers<'POST /api/blobs' | 'GET /api/blobs/:id' | 'POST /api/photos/:id' | 'POST /api/works/:id'> {
  const mayTry = photoAllowance(now);
  const mayTryWork = photoAllowance(now);
  return {
    'POST /api/blobs': async ({ staff, body }) =>
      blobs.take(body, (hash) => catalogue.pictures.add(hash, staff, now())),

    'GET /api/blobs/:id': async ({ id, ...viewer }) => {
      if (!(await maySee(viewer, id, catalogue, lessons))) return refuse('not-allowed');
      const file = await blobs.read(id);
      if (!(file instanceof Uint8Array)) return file;
      const isPhoto = (await catalogue.photos.byHash(id)).length > 0;
      return { file, type: typeOf(file), ...(!isPhoto && { keep: KEEP_PICTURE_S }) };
    },

    /** [CA1] The tray is asked after the conversion by the rules themselves, when the command names the photo. */
    'POST /api/works/:id': async ({ id: seatId, body, ...sender }) => {
      const place = workPlace(sender, seatId, lessons);
      if (isRefused(place)) return place;
      const roundId = worksOf(place.lessonId);
      if (!mayTryWork(seatId) || (await catalogue.photos.countOf(roundId, seatId)) >= PHOTOS) {
        return refuse('too-many-requests');
      }
      return blobs.take(body, (hash) => catalogue.photos.add({ hash, roundId, seatId, ...place }, now()));
    },

    /** [BL4] The question is looked at again after the conversion by the rules themselves, when the answer names the photo. */
    'POST /api/photos/:id': async ({ seat, id: roundId, body }) => {
      const { actor, state, seatIds } = seat;
      const { classroomId } = actor;
      const trouble = photoTrouble(state, roundId, now());
      if (trouble) return refuse(trouble);
      const schoolId = state.classrooms[classroomId]?.schoolId;
      if (seatIds.length === 0 || schoolId === undefined) return refuse('seat/unknown');
      const counts = await Promise.all(seatIds.map((seatId) => catalogue.photos.countOf(roundId, seatId)));
      if (!seatIds.every(mayTry) || counts.some((count) => count >= PHOTOS)) return refuse('too-many-requests');
      return blobs.take(body, (hash) =>
        catalogue.atomically(async ({ photos }) => {
          for (const seatId of seatIds) {
            await photos.add({ hash, lessonId: state.lessonId, roundId, seatId, classroomId, schoolId }, now());
          }
        }),
      );
    },
  };
}

/** Pages are WebP, everything else is JPEG. */
function typeOf(file: Uint8Array): string {
  return file[0] === 0xff ? 'image/jpeg' : 'image/webp';
}
