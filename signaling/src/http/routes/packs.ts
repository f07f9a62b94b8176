import { refuse } from '@tongke/shared-types';
import { lessonsOfRoom } from '../../packs/lessons-of-room.ts';
import { packOf } from '../../packs/pack-of.ts';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';

/** [PK2] The lesson's pack, for the boards and phones of the classrooms in it. */
export function packRoutes({ catalogue, blobs, lessons }: HttpDeps): Handlers<'GET /api/lessons/:id/pack'> {
  return {
    'GET /api/lessons/:id/pack': async ({ id, board }) => {
      const state = board && lessonsOfRoom(board.classroomId, lessons).find(({ lessonId }) => lessonId === id);
      return state ? { pack: await packOf(state, { stores: catalogue, blobs }) } : refuse('not-allowed');
    },
  };
}
