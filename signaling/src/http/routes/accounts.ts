import { refuse } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { LINK_MS } from '../link-times.ts';
import { accountItem } from '../me.ts';
import { own } from '../own.ts';

/** Routes for people and their signed-in browsers. */
export function accountRoutes({
  catalogue,
  revocations,
  now,
  staffOrigin,
}: HttpDeps): Handlers<
  | 'GET /api/sessions'
  | 'DELETE /api/sessions/:id'
  | 'POST /api/invites'
  | 'POST /api/sign-in-links'
  | 'GET /api/links'
  | 'DELETE /api/links/:id'
  | 'GET /api/accounts'
  | 'DELETE /api/accounts/:id'
> {
  return {
    'GET /api/sessions': async ({ staff }) => {
      const rows =
        staff.role === 'admin'
          ? await catalogue.sessions.ofSchool(staff.schoolId, now())
          : await catalogue.sessions.ofAccount(staff.accountId, now());
      return {
        sessions: rows.map(({ schoolId: _, operator: _operator, ...row }) => ({
          ...row,
          current: row.sessionId === staff.sessionId,
        })),
      };
    },

    /** [CT2] What was made in a session that is ended from outside goes with it. */
    'DELETE /api/sessions/:id': async ({ staff, id, cookie }) => {
      const session = own(staff, await catalogue.sessions.byId(id));
      if (isRefused(session)) return session;
      if (session.accountId !== staff.accountId && staff.role !== 'admin') return refuse('not-allowed');
      if (session.operator === 1 && !staff.operator) return refuse('not-allowed');
      await catalogue.atomically(async ({ sessions, links }) => {
        await links.dropMadeIn(id);
        await sessions.end(id);
      });
      revocations.revoke({ kind: 'session', id });
      if (id === staff.sessionId) cookie.clear();
      return {};
    },

    'POST /api/invites': async ({ staff, body }) => {
      const expiresAt = now() + LINK_MS.invite;
      const { schoolId } = staff;
      const { role, name } = body;
      const token = await catalogue.atomically(({ links }) =>
        links.add({ kind: 'invite', schoolId, role, ...(name !== undefined && { name }), expiresAt, by: staff }, now()),
      );
      return { url: `${staffOrigin}/invite#${token}`, expiresAt };
    },

    /** [CT2] For the own account on another device; an administrator makes one for anybody of the school. */
    'POST /api/sign-in-links': async ({ staff, body }) => {
      const account = own(staff, await catalogue.accounts.byId(body.accountId ?? staff.accountId));
      if (isRefused(account)) return account;
      if (account.accountId !== staff.accountId && staff.role !== 'admin') return refuse('not-allowed');
      if (account.operator && !staff.operator) return refuse('not-allowed');
      const expiresAt = now() + LINK_MS['sign-in'];
      const { schoolId, accountId } = account;
      const token = await catalogue.atomically(({ links }) =>
        links.add({ kind: 'sign-in', schoolId, subject: accountId, expiresAt, by: staff }, now()),
      );
      return { url: `${staffOrigin}/sign-in#${token}`, expiresAt };
    },

    'GET /api/links': async ({ staff }) => ({ links: await catalogue.links.open(staff.schoolId, now()) }),

    'DELETE /api/links/:id': async ({ staff, id }) => {
      const link = own(staff, await catalogue.links.byId(id));
      if (isRefused(link)) return link;
      await catalogue.links.drop(id);
      return {};
    },

    'GET /api/accounts': async ({ staff }) => ({
      accounts: (await catalogue.accounts.ofSchool(staff.schoolId)).map(accountItem),
    }),

    /** [CT2] A school keeps an administrator and the server its operator: the last one cannot go. */
    'DELETE /api/accounts/:id': async ({ staff, id }) => {
      const answer = await catalogue.atomically(async ({ accounts }) => {
        const account = own(staff, await accounts.byId(id));
        if (isRefused(account)) return account;
        if (account.operator && !staff.operator) return refuse('not-allowed');
        const admins = (await accounts.ofSchool(staff.schoolId)).filter(({ role }) => role === 'admin');
        if (account.role === 'admin' && admins.length === 1) return refuse('account/last-admin');
        if (account.operator && (await accounts.operators()) === 1) return refuse('account/last-admin');
        await accounts.remove(id, now());
        return {};
      });
      if (!isRefused(answer)) revocations.revoke({ kind: 'account', id });
      return answer;
    },
  };
}
