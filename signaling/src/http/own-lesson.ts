import { refuse } from '@tongke/shared-types';
import type { CatalogueStores } from '../store/catalogue-stores.ts';
import type { Staff } from './handlers.ts';
import { isRefused } from './is-refused.ts';
import { own } from './own.ts';

/** The lesson that this person leads, or why there is none. */
export async function ownLesson({ lessons }: Pick<CatalogueStores, 'lessons'>, staff: Staff, id: string) {
  const lesson = own(staff, await lessons.byId(id, staff));
  if (isRefused(lesson)) return lesson;
  return lesson.mine ? lesson : refuse('not-allowed');
}
