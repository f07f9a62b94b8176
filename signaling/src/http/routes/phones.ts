import { refuse } from '@tongke/shared-types';
import type { Handlers } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { LINK_MS } from '../link-times.ts';

/** Routes for assistants' phones, which a board lets in and sends away. */
export function phoneRoutes({
  catalogue,
  revocations,
  now,
  staffOrigin,
}: HttpDeps): Handlers<
  'POST /api/phones/link' | 'POST /api/phones/pair' | 'GET /api/phones' | 'DELETE /api/phones/:id'
> {
  return {
    'POST /api/phones/link': async ({ board: { deviceId, schoolId } }) => {
      const expiresAt = now() + LINK_MS.phone;
      const token = await catalogue.atomically(({ links }) =>
        links.add({ kind: 'phone', schoolId, subject: deviceId, expiresAt }, now()),
      );
      return { url: `${staffOrigin}/assist#${token}`, expiresAt };
    },

    /** The phone gets the rights of the board that showed the code, for as long as that board is paired. */
    'POST /api/phones/pair': async ({ body, browser }) =>
      catalogue.atomically(async ({ links, devices, classrooms }) => {
        const link = await links.use('phone', body.token, now());
        if (typeof link === 'string') return refuse(link);
        const board = await devices.byId(link.subject ?? '');
        const classroom = board && (await classrooms.byId(board.classroomId, board.schoolId));
        if (!board || !classroom) return refuse('board/removed');
        const { classroomId, schoolId, deviceId: boardId } = board;
        const phone = { kind: 'phone', classroomId, schoolId, boardId, browser, pairedBy: boardId } as const;
        const { deviceId, token } = await devices.add(phone, now());
        const { name, schoolName } = classroom;
        return { token, phoneId: deviceId, classroom: { classroomId, name, schoolName } };
      }),

    'GET /api/phones': async ({ board }) => ({
      phones: (await catalogue.devices.phonesOf([board.deviceId])).map(({ deviceId, browser, pairedAt }) => ({
        phoneId: deviceId,
        browser,
        pairedAt,
      })),
    }),

    'DELETE /api/phones/:id': async ({ board, id }) => {
      const phone = await catalogue.devices.byId(id);
      if (phone?.kind !== 'phone') return refuse('not-found');
      if (phone.boardId !== board.deviceId) return refuse('not-allowed');
      await catalogue.atomically(({ devices }) => devices.remove(id));
      revocations.revoke({ kind: 'device', id });
      return {};
    },
  };
}
