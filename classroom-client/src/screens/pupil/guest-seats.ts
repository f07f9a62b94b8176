import type { Snapshot } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';

/** A name to tap. */
export interface GuestSeat {
  readonly seatId: string;
  readonly number: number;
  readonly label: string;
  readonly taken: boolean;
  /** Some device waits for the assistant's 换设备. */
  readonly requested: boolean;
}

/** The own class by number; a school that runs by number alone sees numbers. */
export function guestSeats(
  t: Say,
  { view, names }: Pick<Snapshot, 'view' | 'names'>,
  classroomId: string,
): GuestSeat[] {
  const seats = Object.values(view.classrooms[classroomId]?.seats ?? {});
  return seats
    .sort((a, b) => a.number - b.number)
    .map(({ seatId, number, device, request }) => ({
      seatId,
      number,
      label: names[seatId] ?? t('common.seatNumber', { number }),
      taken: device !== null,
      requested: request !== null,
    }));
}
