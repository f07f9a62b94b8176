import { type PairingItem, type Refused, refuse } from '@tongke/shared-types';
import type { CatalogueStores } from '../../store/catalogue-stores.ts';
import type { Handlers, Staff } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { LINK_MS } from '../link-times.ts';

/** Routes by which two schools agree to hold lessons together. */
export function pairingRoutes({
  catalogue,
  revocations,
  now,
  staffOrigin,
  onSchoolChanged,
  onLessonChanged,
}: HttpDeps): Handlers<
  | 'GET /api/pairings'
  | 'POST /api/pairings'
  | 'POST /api/pairings/accept'
  | 'PATCH /api/pairings/:id'
  | 'DELETE /api/pairings/:id'
> {
  return {
    'GET /api/pairings': async ({ staff }) => ({ pairings: await catalogue.pairings.ofSchool(staff.schoolId) }),

    'POST /api/pairings': async ({ staff }) => {
      const expiresAt = now() + LINK_MS.pairing;
      const token = await catalogue.atomically(({ links }) =>
        links.add({ kind: 'pairing', schoolId: staff.schoolId, expiresAt, by: staff }, now()),
      );
      return { url: `${staffOrigin}/admin#pairing=${token}`, expiresAt };
    },

    /** A school cannot pair with itself; its own link stays good for the other school. */
    'POST /api/pairings/accept': async ({ staff, body }) =>
      catalogue.atomically(async (stores) => {
        const { links, pairings } = stores;
        const at = now();
        const seen = await links.look('pairing', body.token, at);
        if (typeof seen === 'string') return refuse(seen);
        const { schoolId } = seen;
        if (schoolId === null || schoolId === staff.schoolId) return refuse('not-allowed');
        await links.use('pairing', body.token, at);
        const known = (await pairings.ofSchool(staff.schoolId)).some(({ partner }) => partner.schoolId === schoolId);
        await pairings.add(schoolId, staff.schoolId, at);
        const pairing = (await pairings.ofSchool(staff.schoolId)).find(({ partner }) => partner.schoolId === schoolId);
        if (!pairing) return refuse('not-found');
        if (!known) await notePaired(stores, staff, pairing, true);
        return { pairing };
      }),

    'PATCH /api/pairings/:id': async ({ staff, id, body }) => {
      const answer = await catalogue.atomically(async (stores) => {
        const { schoolId, accountId } = staff;
        const pairing = await ownSide(stores, staff, id);
        if (isRefused(pairing)) return pairing;
        await stores.pairings.allowGivenNames(id, schoolId, body.givenNames);
        const about = { kind: 'pairing', id, name: pairing.partner.name } as const;
        const change = { setting: 'givenNames', from: pairing.givenNames, to: body.givenNames } as const;
        await stores.settingsLog.note({ schoolId, accountId, about, ...change }, now());
        return { pairing: { ...pairing, givenNames: body.givenNames } };
      });
      if (!isRefused(answer)) onSchoolChanged?.(staff.schoolId);
      return answer;
    },

    /**
     * Not in the middle of a joint lesson. What is planned together loses the partner's classrooms, and boards that the
     * partner's people paired go.
     */
    'DELETE /api/pairings/:id': async ({ staff, id }) => {
      const answer = await catalogue.atomically(async (stores) => {
        const pairing = await ownSide(stores, staff, id);
        if (isRefused(pairing)) return pairing;
        const partner = pairing.partner.schoolId;
        if (await stores.lessons.liveBetween(staff.schoolId, partner)) return refuse('still-in-use');
        const lessonIds = await stores.lessons.unplanBetween(staff.schoolId, partner);
        await stores.pairings.remove(id);
        await notePaired(stores, staff, pairing, false);
        await stores.boardClaims.removeBetween(staff.schoolId, partner);
        const gone: string[] = [];
        for (const board of await stores.devices.boardsBetween(staff.schoolId, partner))
          gone.push(...(await stores.devices.remove(board)));
        return { gone, lessonIds, partner };
      });
      if (isRefused(answer)) return answer;
      for (const device of answer.gone) revocations.revoke({ kind: 'device', id: device });
      for (const lessonId of answer.lessonIds) onLessonChanged?.(lessonId);
      for (const schoolId of [staff.schoolId, answer.partner]) onSchoolChanged?.(schoolId);
      return {};
    },
  };

  /** [CT3] Both schools read in their changes who paired them or took the pairing back. */
  async function notePaired(stores: CatalogueStores, staff: Staff, { pairingId, partner }: PairingItem, to: boolean) {
    const own = await stores.schools.byId(staff.schoolId);
    const sides = [
      { schoolId: staff.schoolId, name: partner.name },
      { schoolId: partner.schoolId, name: own?.name ?? '' },
    ];
    for (const { schoolId, name } of sides) {
      const about = { kind: 'pairing', id: pairingId, name } as const;
      const change = { schoolId, accountId: staff.accountId, about, setting: 'paired', from: !to, to } as const;
      await stores.settingsLog.note(change, now());
    }
  }
}

/** A pairing belongs to both its schools, and to nobody else. */
async function ownSide({ pairings }: CatalogueStores, staff: Staff, id: string): Promise<PairingItem | Refused> {
  const pairing = await pairings.byId(id, staff.schoolId);
  if (pairing === null) return refuse('not-found');
  return pairing === 'others' ? refuse('not-allowed') : pairing;
}
