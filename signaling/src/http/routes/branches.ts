import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';

/** [BR4] A board hands in what its classroom did by itself, for that classroom alone. */
export function branchRoutes({ branches }: HttpDeps): Handlers<'POST /api/lessons/:id/branches'> {
  return {
    'POST /api/lessons/:id/branches': async ({ id, board: { classroomId }, body }) => {
      const reply = await branches.merge(id, classroomId, body);
      return isRefused(reply) ? reply : {};
    },
  };
}
