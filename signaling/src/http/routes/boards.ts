import { type Api, type Refused, refuse } from '@tongke/shared-types';
import type { CatalogueStores } from '../../store/catalogue-stores.ts';
import type { Handlers, Staff } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { OpenClaims } from '../open-claims.ts';
import { own } from '../own.ts';

/** [CT8] When the lead teacher of a lesson may bring its boards in; a lesson that nobody starts has no end. */
const BEFORE_MS = 30 * 60_000;
const NEVER_STARTED_MS = 4 * 60 * 60_000;
const FORGOTTEN_MS = 12 * 60 * 60_000;

/** Routes by which a board becomes a classroom's, and stops being so. */
export function boardRoutes({
  catalogue,
  revocations,
  guesses,
  now,
}: HttpDeps): Handlers<
  | 'POST /api/boards/pin'
  | 'POST /api/boards/claim'
  | 'POST /api/boards/pair'
  | 'GET /api/boards'
  | 'DELETE /api/boards/:id'
> {
  const waiting = new OpenClaims(now);
  return {
    /** [CT8] One connection shows three PINs at most; when too many boards wait, those that ask no more give way. */
    'POST /api/boards/pin': async ({ browser, connection }) => {
      const opened = await catalogue.atomically(async ({ boardClaims }) => {
        await boardClaims.closeWaiting(waiting.surplusOf(connection));
        const first = await boardClaims.open(browser, now());
        if (first !== 'busy') return first;
        await boardClaims.closeWaiting(waiting.silent());
        return boardClaims.open(browser, now());
      });
      if (opened === 'busy') return refuse('busy-try-again');
      waiting.opened(opened.claim, connection);
      return opened;
    },

    /**
     * [CT8] A claim has 256 random bits, so a wrong one is an old one and no guess. An answer that was lost can be asked for
     * again, with a new token, until one is used or the time is over.
     */
    'POST /api/boards/claim': async ({ body, browser }) =>
      catalogue.atomically(async ({ boardClaims, classrooms, devices }) => {
        waiting.asked(body.claim);
        const claim = await boardClaims.look(body.claim, now());
        if (!claim) return refuse('link/expired');
        const { classroomId, schoolId, boardId, pairedBy, pairedSchool } = claim;
        if (classroomId === null || schoolId === null || boardId === null) return { status: 'pending' } as const;
        const classroom = await classrooms.byId(classroomId, schoolId);
        if (!classroom) return refuse('link/expired');
        const device = { deviceId: boardId, kind: 'board', classroomId, schoolId, boardId: null } as const;
        const { token } = await devices.add(
          { ...device, browser, pairedBy: pairedBy ?? '', pairedSchool: pairedSchool ?? schoolId },
          now(),
        );
        const { name, schoolName } = classroom;
        return { status: 'paired', token, boardId, classroom: { classroomId, name, schoolName } } as const;
      }),

    /** [CT8] By an account of the classroom's school, or the lead teacher of a lesson that joins it. */
    'POST /api/boards/pair': async ({ staff, body, connection }) =>
      guesses.try<Api['POST /api/boards/pair']['reply'] | Refused>(
        { connection, account: staff.accountId },
        () =>
          catalogue.atomically(async (stores) => {
            const classroom = await stores.classrooms.byId(body.classroomId, staff.schoolId);
            if (!classroom) return refuse('not-found');
            const { classroomId, schoolId } = classroom;
            if (!classroom.own && !(await leadsLessonIn(stores, staff, classroomId, now())))
              return refuse('not-allowed');
            const by = { classroomId, schoolId, pairedBy: staff.name, pairedSchool: staff.schoolId };
            const entered = await stores.boardClaims.enter(body.pin, by, now());
            if (!entered) return refuse('pin/wrong');
            const { boardId, browser } = entered;
            const board = { boardId, classroomId, classroomName: classroom.name, browser, pairedBy: staff.name };
            return { board: { ...board, pairedAt: now(), phones: 0 } };
          }),
        (answer) => isRefused(answer) && answer.reason === 'pin/wrong',
      ),

    'GET /api/boards': async ({ staff }) => {
      const boards = await catalogue.devices.boardsOfSchool(staff.schoolId);
      const phones = await catalogue.devices.phonesOf(boards.map(({ deviceId }) => deviceId));
      return {
        boards: boards.map(({ deviceId, classroomId, classroomName, browser, pairedAt, pairedBy }) => ({
          boardId: deviceId,
          classroomId,
          classroomName,
          browser,
          pairedAt,
          pairedBy,
          phones: phones.filter(({ boardId }) => boardId === deviceId).length,
        })),
      };
    },

    'DELETE /api/boards/:id': async ({ staff, id }) => {
      const gone = await catalogue.atomically(async ({ devices }) => {
        const board = own(staff, await devices.byId(id));
        if (isRefused(board)) return board;
        return board.kind === 'board' ? devices.remove(id) : refuse('not-found');
      });
      if (isRefused(gone)) return gone;
      for (const device of gone) revocations.revoke({ kind: 'device', id: device });
      return {};
    },
  };
}

async function leadsLessonIn({ lessons }: CatalogueStores, staff: Staff, classroomId: string, now: number) {
  const open = await lessons.openLessonsOf(classroomId);
  return open.some(({ leadId, startedAt, plannedAt }) => {
    if (leadId !== staff.accountId) return false;
    if (startedAt !== null) return startedAt > now - FORGOTTEN_MS;
    return plannedAt >= now - NEVER_STARTED_MS && plannedAt <= now + BEFORE_MS;
  });
}
