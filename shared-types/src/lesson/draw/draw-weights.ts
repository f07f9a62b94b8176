import { entryOf } from '../entry-of.ts';
import { unheardLessons } from '../hands/unheard-lessons.ts';
import type { Classroom, LessonState, Seat } from '../state.ts';

/** The chances of one classroom: the weight of each seat in its order, 0 for who cannot be drawn. */
export interface RoomWeights {
  readonly classroom: Classroom;
  readonly weights: readonly number[];
}

/**
 * [FL20] How likely each pupil is to be drawn, in proportion: (1 + lessons without a turn, 0 to 3) × 4 for who had no turn in this lesson, 2 after
 * one, 1 after more. Only who is here: with a tablet, or, where no tablet is, everybody of the roll. `not` is left out while there is
 * somebody else.
 */
export function drawWeights(
  state: LessonState,
  { from, not }: { readonly from: string | null; readonly not: string | null },
): readonly RoomWeights[] {
  const weighed = (without: string | null) =>
    Object.values(state.classrooms).map((classroom) => ({
      classroom,
      weights: from === null || from === classroom.classroomId ? weightsIn(state, classroom, without) : [],
    }));
  const fresh = weighed(not);
  return fresh.some(({ weights }) => weights.some((weight) => weight > 0)) ? fresh : weighed(null);
}

function weightsIn(
  state: LessonState,
  { classroomId, own, left, board, seats }: Classroom,
  not: string | null,
): number[] {
  if (left || !(own || board.online)) return [];
  const all = Object.values(seats);
  const withTablets = all.some(({ online }) => online);
  return all.map((seat) =>
    seat.seatId === not || (withTablets && !seat.online) ? 0 : weightOf(state, classroomId, seat),
  );
}

function weightOf(state: LessonState, classroomId: string, { seatId }: Seat): number {
  const turns = entryOf(state.heard?.turns ?? {}, seatId) ?? 0;
  const share = turns === 0 ? 4 : turns === 1 ? 2 : 1;
  return share * (1 + unheardLessons(state, { classroomId, seatId }));
}
