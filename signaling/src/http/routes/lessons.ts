import { type Refused, refuse } from '@tongke/shared-types';
import type { CatalogueStores } from '../../store/catalogue-stores.ts';
import type { Handlers, Staff } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { own } from '../own.ts';

/** Routes for the timetable. */
export function lessonRoutes({
  catalogue,
  now,
  onLessonChanged,
}: HttpDeps): Handlers<'GET /api/lessons' | 'POST /api/lessons' | 'DELETE /api/lessons/:id'> {
  return {
    'GET /api/lessons': async ({ staff }) => ({ lessons: await catalogue.lessons.seenBy(staff) }),

    'POST /api/lessons': async ({ staff, body }) =>
      catalogue.atomically(async (stores) => {
        const leadId = body.leadId ?? staff.accountId;
        const lead = own(staff, await stores.accounts.byId(leadId));
        if (isRefused(lead)) return lead;
        if (lead.role === 'assistant' || (leadId !== staff.accountId && staff.role !== 'admin')) {
          return refuse('not-allowed');
        }
        const classrooms = await roomsOf(stores, staff, body.ownClassroomId, body.classroomIds);
        if (isRefused(classrooms)) return classrooms;
        const { title, plannedAt } = body;
        const id = await stores.lessons.add({ schoolId: staff.schoolId, leadId, title, plannedAt, classrooms }, now());
        const lesson = await stores.lessons.byId(id, staff);
        return lesson ? { lesson } : refuse('not-found');
      }),

    /** By its lead teacher or an administrator of its school, and only before it starts: the register keeps the rest. */
    'DELETE /api/lessons/:id': async ({ staff, id }) => {
      const answer = await catalogue.atomically(async ({ lessons }) => {
        const lesson = own(staff, await lessons.byId(id, staff));
        if (isRefused(lesson)) return lesson;
        if (!lesson.mine && staff.role !== 'admin') return refuse('not-allowed');
        if (lesson.status !== 'planned')
          return refuse(lesson.status === 'live' ? 'lesson/already-live' : 'lesson/ended');
        await lessons.remove(id);
        return {};
      });
      if (!isRefused(answer)) onLessonChanged?.(id);
      return answer;
    },
  };
}

/** [CT7] A lesson joins classrooms of the own school and of paired schools; the lead's own class is of the own school. */
async function roomsOf(stores: CatalogueStores, staff: Staff, ownId: string | null, remoteIds: readonly string[]) {
  const partners = (await stores.pairings.ofSchool(staff.schoolId)).map(({ partner }) => partner.schoolId);
  const rooms: { readonly classroomId: string; readonly schoolId: string; readonly own: boolean }[] = [];
  for (const classroomId of ownId === null ? remoteIds : [ownId, ...remoteIds]) {
    const classroom = await stores.classrooms.byId(classroomId, staff.schoolId);
    if (!classroom) return refuse('classroom/unknown') satisfies Refused;
    const isOwn = classroomId === ownId;
    if (!classroom.own && (isOwn || !partners.includes(classroom.schoolId))) return refuse('not-allowed');
    rooms.push({ classroomId, schoolId: classroom.schoolId, own: isOwn });
  }
  return rooms;
}
