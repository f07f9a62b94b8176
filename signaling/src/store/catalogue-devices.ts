import { hashSecret, newId, newSecret } from '../guard/secrets.ts';
import type { CatalogueDb, CatalogueTables } from './catalogue-tables.ts';
import { diskTrouble } from './store-unavailable.ts';

export interface NewDevice {
  readonly deviceId?: string;
  readonly kind: CatalogueTables['devices']['kind'];
  readonly classroomId: string;
  readonly schoolId: string;
  readonly boardId: string | null;
  readonly browser: string;
  /** Name of who entered the PIN; for a phone, the board's id. */
  readonly pairedBy: string;
  /** The school of who entered the PIN; the device's own where it is not said. */
  readonly pairedSchool?: string;
}

/** Paired boards, and the phones that were paired by scanning one. */
export function catalogueDevices(db: CatalogueDb) {
  const devices = db
    .selectFrom('devices')
    .innerJoin('classrooms', 'classrooms.classroomId', 'devices.classroomId')
    .select([
      'deviceId',
      'kind',
      'devices.classroomId',
      'devices.schoolId',
      'boardId',
      'browser',
      'pairedBy',
      'pairedAt',
    ])
    .select('classrooms.name as classroomName');

  /** A full disk keeps no board out: the claim runs out by itself. */
  async function endClaim(claimHash: string): Promise<void> {
    try {
      await db.deleteFrom('boardClaims').where('claimHash', '=', claimHash).execute();
    } catch (error) {
      if (diskTrouble(error) === null) throw error;
    }
  }

  return {
    /** Answers the device's secret; a device that is there already gets a new one. */
    async add(device: NewDevice, now: number): Promise<{ readonly deviceId: string; readonly token: string }> {
      const token = newSecret();
      const { deviceId = newId(), ...rest } = device;
      await db
        .insertInto('devices')
        .values({ pairedSchool: rest.schoolId, deviceId, ...rest, tokenHash: hashSecret(token), pairedAt: now })
        .onConflict((conflict) => conflict.column('deviceId').doUpdateSet({ tokenHash: hashSecret(token) }))
        .execute();
      return { deviceId, token };
    },

    /** [CT8] The first time a board's token is used, the claim that it came by is over. */
    async byToken(token: string) {
      const found = await devices
        .select((select) =>
          select
            .selectFrom('boardClaims')
            .select('claimHash')
            .whereRef('boardClaims.boardId', '=', 'devices.deviceId')
            .limit(1)
            .as('claimHash'),
        )
        .where('tokenHash', '=', hashSecret(token))
        .executeTakeFirst();
      if (!found) return null;
      const { claimHash, ...device } = found;
      if (claimHash !== null) await endClaim(claimHash);
      return device;
    },

    async byId(deviceId: string) {
      return (await devices.where('deviceId', '=', deviceId).executeTakeFirst()) ?? null;
    },

    async boardsOfSchool(schoolId: string) {
      return devices
        .where('devices.schoolId', '=', schoolId)
        .where('kind', '=', 'board')
        .orderBy('pairedAt', 'desc')
        .execute();
    },

    async phonesOf(boardIds: readonly string[]) {
      if (boardIds.length === 0) return [];
      return devices.where('boardId', 'in', boardIds).orderBy('pairedAt').execute();
    },

    async ofClassroom(classroomId: string) {
      return devices.where('devices.classroomId', '=', classroomId).execute();
    },

    /** Boards in classrooms of one of the two schools that the other one's people paired. */
    async boardsBetween(one: string, other: string): Promise<string[]> {
      const ids = [one, other];
      const boards = await devices
        .where('kind', '=', 'board')
        .where('devices.schoolId', 'in', ids)
        .where('pairedSchool', 'in', ids)
        .whereRef('pairedSchool', '!=', 'devices.schoolId')
        .execute();
      return boards.map(({ deviceId }) => deviceId);
    },

    /** A board takes its phones with it; answers the ids of all that went. */
    async remove(deviceId: string): Promise<string[]> {
      const phones = await devices.where('boardId', '=', deviceId).execute();
      await db.deleteFrom('boardClaims').where('boardId', '=', deviceId).execute();
      await db.deleteFrom('devices').where('boardId', '=', deviceId).execute();
      await db.deleteFrom('devices').where('deviceId', '=', deviceId).execute();
      return [deviceId, ...phones.map((phone) => phone.deviceId)];
    },
  };
}
