import { hashSecret, newId, newSecret } from '../guard/secrets.ts';
import type { CatalogueDb, CatalogueTables } from './catalogue-tables.ts';

export interface NewDevice {
  readonly deviceId?: string;
  readonly kind: CatalogueTables['devices']['kind'];
  readonly classroomId: string;
  readonly schoolId: string;
  readonly boardId: string | null;
  readonly browser: string;
  /** Name of who entered the PIN; for a phone, the board's id. */
  readonly pairedBy: string;
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

  return {
    /** Answers the device's secret. */
    async add(device: NewDevice, now: number): Promise<{ readonly deviceId: string; readonly token: string }> {
      const token = newSecret();
      const { deviceId = newId(), ...rest } = device;
      await db
        .insertInto('devices')
        .values({ deviceId, ...rest, tokenHash: hashSecret(token), pairedAt: now })
        .execute();
      return { deviceId, token };
    },

    async byToken(token: string) {
      return (await devices.where('tokenHash', '=', hashSecret(token)).executeTakeFirst()) ?? null;
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

    /** A board takes its phones with it; answers the ids of all that went. */
    async remove(deviceId: string): Promise<string[]> {
      const phones = await devices.where('boardId', '=', deviceId).execute();
      await db.deleteFrom('devices').where('boardId', '=', deviceId).execute();
      await db.deleteFrom('devices').where('deviceId', '=', deviceId).execute();
      return [deviceId, ...phones.map((phone) => phone.deviceId)];
    },
  };
}
