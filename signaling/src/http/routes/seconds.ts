import { refuse } from '@tongke/shared-types';
import type { CatalogueStores } from '../../store/catalogue-stores.ts';
import type { Handlers, Staff } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { own } from '../own.ts';
import { ownLesson } from '../own-lesson.ts';

/** [LD6] Routes by which a lead teacher names the second teachers of a lesson. */
export function secondRoutes({
  catalogue,
  onLessonChanged,
}: HttpDeps): Handlers<'GET /api/lessons/:id/seconds' | 'PUT /api/lessons/:id/seconds'> {
  return {
    'GET /api/lessons/:id/seconds': async ({ staff, id }) => {
      const lesson = await ownLesson(catalogue, staff, id);
      return isRefused(lesson) ? lesson : { teachers: await teachers(catalogue, staff, id) };
    },

    'PUT /api/lessons/:id/seconds': async ({ staff, id, body: { accountIds } }) => {
      const answer = await catalogue.atomically(async (stores) => {
        const lesson = await ownLesson(stores, staff, id);
        if (isRefused(lesson)) return lesson;
        if (lesson.status === 'ended') return refuse('lesson/ended');
        for (const accountId of accountIds) {
          const account = own(staff, await stores.accounts.byId(accountId));
          if (isRefused(account)) return account;
          if (account.role === 'assistant' || accountId === staff.accountId) return refuse('not-allowed');
        }
        await stores.lessonSeconds.replace(id, accountIds);
        return { teachers: await teachers(stores, staff, id) };
      });
      if (!isRefused(answer)) onLessonChanged?.(id);
      return answer;
    },
  };
}

/** Who may be named: the teachers of the own school, and who is. */
async function teachers({ accounts, lessonSeconds }: CatalogueStores, staff: Staff, lessonId: string) {
  const named = await lessonSeconds.ofLesson(lessonId);
  return (await accounts.ofSchool(staff.schoolId))
    .filter(({ accountId, role }) => role !== 'assistant' && accountId !== staff.accountId)
    .map(({ accountId, name }) => ({ accountId, name, second: named.includes(accountId) }));
}
