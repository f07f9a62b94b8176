import type { Classroom, Hand, LessonState, Seat, SharedTablet } from '@tongke/shared-types';

/** How many pupils are here, of how many. */
export interface Presence {
  readonly here: number;
  readonly all: number;
}

export function presenceOf({ seats }: Pick<Classroom, 'seats'>): Presence {
  const all = Object.values(seats);
  return { here: all.filter(({ online }) => online).length, all: all.length };
}

/** The seats by number. */
export function seatsByNumber({ seats }: Pick<Classroom, 'seats'>): readonly Seat[] {
  return Object.values(seats).sort((a, b) => a.number - b.number);
}

export type RequestedSeat = Seat & { readonly request: NonNullable<Seat['request']> };

/** Seats on which a second device waits, the longest first. */
export function requestsOf({ seats }: Pick<Classroom, 'seats'>): readonly RequestedSeat[] {
  return Object.values(seats)
    .flatMap((seat) => (seat.request ? [{ ...seat, request: seat.request }] : []))
    .sort((a, b) => a.request.at - b.request.at);
}

/** Tablets that are handed round or ask to be, by the number that people call them by. */
export function tabletsOf({ tablets }: Pick<Classroom, 'tablets'>): readonly SharedTablet[] {
  return Object.values(tablets).sort((a, b) => a.number - b.number);
}

/** The raised hand of the class as a whole. */
export function classHand({ hands }: Pick<LessonState, 'hands'>, { classroomId }: Classroom): Hand | undefined {
  return hands.find((hand) => hand.classroomId === classroomId && hand.seatId === null);
}
