import type { Classroom, SeatId } from '@tongke/shared-types';

type Seats = Classroom['seats'];

/** By device, for as long as these seats are the classroom's: a whole school that comes back asks for each of its seats. */
const INDEXES = new WeakMap<Seats, ReadonlyMap<string, SeatId>>();

/** The seat of this classroom that a device holds, by the device's hash, or null. */
export function seatOfDevice({ seats }: Pick<Classroom, 'seats'>, deviceHash: string): SeatId | null {
  const index = INDEXES.get(seats) ?? indexOf(seats);
  INDEXES.set(seats, index);
  return index.get(deviceHash) ?? null;
}

function indexOf(seats: Seats): ReadonlyMap<string, SeatId> {
  return new Map(Object.values(seats).flatMap(({ device, seatId }) => (device === null ? [] : [[device, seatId]])));
}
