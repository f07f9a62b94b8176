import { refuse } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { own } from '../own.ts';

/** Routes for prepared questions, which are a teacher's own. */
export function questionRoutes({
  catalogue,
  now,
}: HttpDeps): Handlers<'GET /api/questions' | 'POST /api/questions' | 'DELETE /api/questions/:id'> {
  return {
    'GET /api/questions': async ({ staff }) => ({ questions: await catalogue.questions.ofAccount(staff.accountId) }),

    'POST /api/questions': async ({ staff, body }) => ({ question: await catalogue.questions.add(staff, body, now()) }),

    'DELETE /api/questions/:id': async ({ staff, id }) => {
      const question = own(staff, await catalogue.questions.ownerOf(id));
      if (isRefused(question)) return question;
      if (question.accountId !== staff.accountId) return refuse('not-allowed');
      await catalogue.questions.remove(id);
      return {};
    },
  };
}
