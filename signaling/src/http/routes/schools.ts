import { refuse, type SchoolPatch } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { LINK_MS } from '../link-times.ts';

/** Routes for schools and their settings. */
export function schoolRoutes({
  catalogue,
  now,
  staffOrigin,
  onSchoolChanged,
}: HttpDeps): Handlers<
  'GET /api/schools' | 'POST /api/schools' | 'GET /api/school' | 'PATCH /api/school' | 'GET /api/school/changes'
> {
  return {
    'GET /api/schools': async () => ({ schools: await catalogue.schools.all() }),

    'POST /api/schools': async ({ staff, body }) => {
      const at = now();
      const expiresAt = at + LINK_MS.invite;
      return catalogue.atomically(async ({ schools, links }) => {
        const { schoolId } = await schools.add(body.name, at);
        const token = await links.add({ kind: 'invite', schoolId, role: 'admin', expiresAt, by: staff }, at);
        return { schoolId, url: `${staffOrigin}/invite#${token}`, expiresAt };
      });
    },

    'GET /api/school': async ({ staff }) => {
      const school = await catalogue.schools.byId(staff.schoolId);
      return school ? { school } : refuse('not-found');
    },

    /** [CT3] Each changed setting is written down with who and when, in the same commit. */
    'PATCH /api/school': async ({ staff, body }) => {
      const answer = await catalogue.atomically(async ({ schools, settingsLog }) => {
        const { schoolId, accountId } = staff;
        const school = await schools.byId(schoolId);
        if (!school) return refuse('not-found');
        await schools.change(schoolId, body);
        const about = { kind: 'school', id: schoolId, name: school.name } as const;
        for (const setting of ['name', 'numbersOnly', 'photoDays'] as const satisfies (keyof SchoolPatch)[]) {
          const from = school[setting];
          await settingsLog.note({ schoolId, accountId, about, setting, from, to: body[setting] ?? from }, now());
        }
        return { school: { ...school, ...defined(body) } };
      });
      if (!isRefused(answer)) onSchoolChanged?.(staff.schoolId);
      return answer;
    },

    'GET /api/school/changes': async ({ staff }) => ({ changes: await catalogue.settingsLog.ofSchool(staff.schoolId) }),
  };
}

function defined({ name, numbersOnly, photoDays }: SchoolPatch) {
  return {
    ...(name !== undefined && { name }),
    ...(numbersOnly !== undefined && { numbersOnly }),
    ...(photoDays !== undefined && { photoDays }),
  };
}
