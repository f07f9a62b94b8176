import { entryOf } from '../entry-of.ts';
import type { Classroom, Seat } from '../state.ts';
import { sumOfHands } from './hand-keys.ts';
import type { QuestionRound } from './round.ts';

type Counts = Pick<QuestionRound, 'openedAt' | 'answered' | 'handCounts' | 'expected'>;

/** Who has answered in a classroom: seats by whatever tablet, and counted hands. */
export function answeredIn(
  classroomId: string,
  { answered, handCounts }: Pick<Counts, 'answered' | 'handCounts'>,
): number {
  return (entryOf(answered, classroomId) ?? 0) + sumOfHands(entryOf(handCounts, classroomId));
}

/**
 * [QZ9] How many of a classroom can be expected to answer: the seats whose own tablet was here during the question; the whole roll where a
 * shared tablet is here or hands are counted, for then everybody can answer; never fewer than have answered. For viewers who see the seats.
 */
export function expectedOf(classroom: Pick<Classroom, 'classroomId' | 'seats' | 'tablets'>, round: Counts): number {
  const { classroomId, seats } = classroom;
  const answered = answeredIn(classroomId, round);
  const hands = sumOfHands(entryOf(round.handCounts, classroomId));
  if (hands > 0) return Math.max(Object.keys(seats).length, answered);
  const atClose = round.expected && (entryOf(round.expected, classroomId) ?? 0);
  return Math.max(atClose ?? onTablets(classroom, round), answered);
}

/** Pupils who can answer on a tablet: on their own, or in turn where one is handed round. */
export function onTablets(
  { seats, tablets }: Pick<Classroom, 'seats' | 'tablets'>,
  round: Pick<Counts, 'openedAt'>,
): number {
  const all = Object.values(seats);
  const shared = Object.values(tablets).some(({ allowed, online }) => allowed && online);
  return shared ? all.length : all.filter((seat) => wasHere(seat, round)).length;
}

/** [QZ9] Seats from which an answer may still come: their tablet's link was lost during the question, and they have not answered. */
export function arrivingIn(
  { classroomId, seats }: Pick<Classroom, 'classroomId' | 'seats'>,
  round: Pick<QuestionRound, 'openedAt' | 'answers' | 'phase'>,
): number {
  if (round.phase !== 'open') return 0;
  const lost = Object.values(seats).filter((seat) => !seat.online && wasHere(seat, round));
  return lost.filter(({ seatId }) => entryOf(round.answers, seatId)?.classroomId !== classroomId).length;
}

function wasHere({ device, online, awaySince }: Seat, { openedAt }: Pick<Counts, 'openedAt'>): boolean {
  return device !== null && (online || (awaySince !== null && awaySince >= openedAt));
}
