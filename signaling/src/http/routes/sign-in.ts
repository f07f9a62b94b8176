import { refuse } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { me } from '../me.ts';

/** Routes by which a browser becomes a signed-in one, and stops being one: each takes a one-time link, none a password. */
export function signInRoutes({
  catalogue,
  revocations,
  now,
}: HttpDeps): Handlers<
  | 'POST /api/setup'
  | 'POST /api/sign-in'
  | 'POST /api/invites/look'
  | 'POST /api/invites/accept'
  | 'POST /api/sign-out'
  | 'GET /api/me'
> {
  return {
    /** [CT1] The first administrator and the school. */
    'POST /api/setup': async ({ body, browser, cookie }) =>
      catalogue.atomically(async (stores) => {
        const at = now();
        const link = await stores.links.use('setup', body.token, at);
        if (typeof link === 'string') return refuse(link);
        const { schoolId } = await stores.schools.add(body.schoolName, at);
        const account = await stores.accounts.add({ schoolId, role: 'admin', name: body.name, operator: true }, at);
        cookie.set(await stores.sessions.start(account, browser, at));
        return me(stores, account);
      }),

    'POST /api/sign-in': async ({ body, browser, cookie }) =>
      catalogue.atomically(async (stores) => {
        const at = now();
        const link = await stores.links.use('sign-in', body.token, at);
        if (typeof link === 'string') return refuse(link);
        const account = await stores.accounts.byId(link.subject ?? '');
        if (!account) return refuse('link/unknown');
        cookie.set(await stores.sessions.start(account, browser, at));
        return me(stores, account);
      }),

    'POST /api/invites/look': async ({ body }) => {
      const link = await catalogue.links.look('invite', body.token, now());
      if (typeof link === 'string') return refuse(link);
      const school = await catalogue.schools.byId(link.schoolId ?? '');
      if (!school || !link.role) return refuse('link/unknown');
      return { schoolName: school.name, role: link.role, name: link.name };
    },

    'POST /api/invites/accept': async ({ body, browser, cookie }) =>
      catalogue.atomically(async (stores) => {
        const at = now();
        const link = await stores.links.use('invite', body.token, at);
        if (typeof link === 'string') return refuse(link);
        const { schoolId, role } = link;
        if (schoolId === null || role === null) return refuse('link/unknown');
        const account = await stores.accounts.add({ schoolId, role, name: body.name, operator: false }, at);
        cookie.set(await stores.sessions.start(account, browser, at));
        return me(stores, account);
      }),

    /** Who leaves a browser wants no way back from it, but the invitations that were sent stay good. */
    'POST /api/sign-out': async ({ staff, cookie }) => {
      await catalogue.atomically(async ({ sessions, links }) => {
        await links.dropMadeIn(staff.sessionId, ['sign-in']);
        await sessions.end(staff.sessionId);
      });
      revocations.revoke({ kind: 'session', id: staff.sessionId });
      cookie.clear();
      return {};
    },

    'GET /api/me': async ({ staff }) => me(catalogue, staff),
  };
}
