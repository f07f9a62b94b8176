import { type ClassroomPatch, refuse } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { own } from '../own.ts';

/** Routes for classrooms. */
export function classroomRoutes({
  catalogue,
  blobs,
  revocations,
  now,
  onClassroomChanged,
}: HttpDeps): Handlers<
  'GET /api/classrooms' | 'POST /api/classrooms' | 'PATCH /api/classrooms/:id' | 'DELETE /api/classrooms/:id'
> {
  return {
    'GET /api/classrooms': async ({ staff: { schoolId } }) => {
      const partners = (await catalogue.pairings.ofSchool(schoolId)).map(({ partner }) => partner.schoolId);
      return { classrooms: await catalogue.classrooms.ofSchools([schoolId, ...partners], schoolId) };
    },

    'POST /api/classrooms': async ({ staff: { schoolId }, body }) => {
      const id = await catalogue.classrooms.add(schoolId, body.name, body.cameraAllowed, now());
      const classroom = await catalogue.classrooms.byId(id, schoolId);
      return classroom ? { classroom } : refuse('not-found');
    },

    /** [CT3] Each changed setting is written down with who and when, in the same commit. */
    'PATCH /api/classrooms/:id': async ({ staff, id, body }) => {
      const answer = await catalogue.atomically(async ({ classrooms, settingsLog }) => {
        const { schoolId, accountId } = staff;
        const classroom = own(staff, await classrooms.byId(id, schoolId));
        if (isRefused(classroom)) return classroom;
        await classrooms.change(id, body);
        const about = { kind: 'classroom', id, name: classroom.name } as const;
        for (const setting of ['name', 'cameraAllowed'] as const satisfies (keyof ClassroomPatch)[]) {
          const from = classroom[setting];
          await settingsLog.note({ schoolId, accountId, about, setting, from, to: body[setting] ?? from }, now());
        }
        const { name = classroom.name, cameraAllowed = classroom.cameraAllowed } = body;
        return { classroom: { ...classroom, name, cameraAllowed } };
      });
      if (!isRefused(answer)) onClassroomChanged?.(id);
      return answer;
    },

    /** Not while a lesson that has not ended joins it; its boards and its children's names go with it. */
    'DELETE /api/classrooms/:id': async ({ staff, id }) => {
      const answer = await catalogue.atomically(async ({ classrooms, devices, lessons }) => {
        const classroom = own(staff, await classrooms.byId(id, staff.schoolId));
        if (isRefused(classroom)) return classroom;
        if ((await lessons.openLessonsOf(id)).length > 0) return refuse('still-in-use');
        const gone = await devices.ofClassroom(id);
        await classrooms.remove(id, now());
        return { gone };
      });
      if (isRefused(answer)) return answer;
      await blobs.sweep();
      await catalogue.leaveNoTrace();
      for (const { deviceId } of answer.gone) revocations.revoke({ kind: 'device', id: deviceId });
      return {};
    },
  };
}
