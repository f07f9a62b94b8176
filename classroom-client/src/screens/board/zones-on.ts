import type { Classroom } from '@tongke/shared-types';

/** [BZ9] Whether the room presses on its board: where no seat was taken, or where the assistant has switched it on and no tablet is here. */
export function zonesOn({ seats }: Pick<Classroom, 'seats'>, switchedOn: boolean): boolean {
  const all = Object.values(seats);
  if (all.some(({ online }) => online)) return false;
  return switchedOn || all.every(({ device }) => device === null);
}
