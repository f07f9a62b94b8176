import { refuse } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { own } from '../own.ts';
import { readRoster } from '../roster-file.ts';

/** [HT8] Routes for rosters: children's names, which an administrator changes and few of their own school read. */
export function rosterRoutes({
  catalogue,
  blobs,
  onClassroomChanged,
}: HttpDeps): Handlers<'GET /api/classrooms/:id/roster' | 'PUT /api/classrooms/:id/roster' | 'DELETE /api/pupils/:id'> {
  return {
    'GET /api/classrooms/:id/roster': async ({ staff, id }) => {
      const classroom = own(staff, await catalogue.classrooms.byId(id, staff.schoolId));
      if (isRefused(classroom)) return classroom;
      if (staff.role === 'teacher' && !(await catalogue.lessons.leads(staff.accountId, id)))
        return refuse('not-allowed');
      return { pupils: await catalogue.rosters.ofClassroom(id) };
    },

    /** [CT4] All rows or none. Not in the middle of a lesson, where seats are in use. */
    'PUT /api/classrooms/:id/roster': async ({ staff, id, body }) => {
      const answer = await catalogue.atomically(async ({ classrooms, lessons, rosters }) => {
        const classroom = own(staff, await classrooms.byId(id, staff.schoolId));
        if (isRefused(classroom)) return classroom;
        const roster = readRoster(body);
        if (isRefused(roster)) return roster;
        const live = (await lessons.openLessonsOf(id)).some(({ startedAt }) => startedAt !== null);
        if (live) return refuse('roster/lesson-running');
        await rosters.replace(classroom, roster.rows);
        return { pupils: await rosters.ofClassroom(id) };
      });
      if (isRefused(answer)) return answer;
      await blobs.sweep();
      await catalogue.leaveNoTrace();
      onClassroomChanged?.(id);
      return answer;
    },

    'DELETE /api/pupils/:id': async ({ staff, id }) => {
      const pupil = own(staff, await catalogue.rosters.bySeat(id));
      if (isRefused(pupil)) return pupil;
      await catalogue.rosters.erase(id);
      await blobs.sweep();
      await catalogue.leaveNoTrace();
      onClassroomChanged?.(pupil.classroomId);
      return {};
    },
  };
}
