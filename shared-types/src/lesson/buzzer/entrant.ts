import type { ClassroomId, SeatId } from '../../ids.ts';

/** Who presses: a pupil's tablet, a zone of a board (a row or a team), or the first hand that an assistant saw go up. */
export type Entrant =
  | { readonly kind: 'seat'; readonly classroomId: ClassroomId; readonly seatId: SeatId; readonly number: number }
  | { readonly kind: 'zone'; readonly classroomId: ClassroomId; readonly zone: number }
  | { readonly kind: 'hand'; readonly classroomId: ClassroomId };

/** Names an entrant in records; the same for as long as the lesson lasts. */
export type EntrantKey = string;

/** How many zones a board may have. */
export const ZONES = 4;

export function entrantKey(entrant: Entrant): EntrantKey {
  switch (entrant.kind) {
    case 'seat':
      return seatKey(entrant);
    case 'zone':
      return `zone:${entrant.classroomId}:${entrant.zone}`;
    case 'hand':
      return `hand:${entrant.classroomId}`;
  }
}

/** The key of a pupil, whose number in the roster does not matter. */
export function seatKey({
  classroomId,
  seatId,
}: {
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId;
}): EntrantKey {
  return `seat:${classroomId}:${seatId}`;
}

/** True when both are one entrant; without making keys, for thousands of presses are compared. */
export function isSameEntrant(a: Entrant, b: Entrant): boolean {
  if (a.classroomId !== b.classroomId) return false;
  if (a.kind === 'seat') return b.kind === 'seat' && a.seatId === b.seatId;
  return a.kind === 'zone' ? b.kind === 'zone' && a.zone === b.zone : b.kind === 'hand';
}

/** What a key names. Ids hold no colon. */
export function partsOf(key: EntrantKey): {
  readonly kind: string;
  readonly classroomId: ClassroomId;
  readonly rest: string;
} {
  const [kind = '', classroomId = '', rest = ''] = key.split(':');
  return { kind, classroomId, rest };
}
