import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import { drawFrom, pointOf, SEEDS } from '../draw/draw-from.ts';
import { drawWeights } from '../draw/draw-weights.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';

/** [FL20] A pupil is drawn by lot, over all classrooms or from one; who was drawn just now is not drawn again. */
export function drawName(
  state: LessonState,
  { classroomId: from }: Extract<Command, { type: 'name.draw' }>,
  { now, newId, random }: Context,
): Outcome {
  if (state.phase !== 'live') return refuse('lesson/not-live');
  if (from !== null && !entryOf(state.classrooms, from)) return refuse('classroom/unknown');
  const chances = drawWeights(state, { from, not: state.draw?.seatId ?? null });
  const rooms = chances.map(({ weights }) => weights.reduce((sum, weight) => sum + weight, 0));
  const seed = Math.floor(random() * SEEDS);
  const room = drawFrom(rooms, pointOf(seed, rooms));
  const chosen = room && chances[room.index];
  const seat = chosen && drawFrom(chosen.weights, room.rest);
  const drawn = seat && Object.values(chosen.classroom.seats)[seat.index];
  if (!drawn) return refuse('draw/nobody');
  const { seatId, number } = drawn;
  const { classroomId } = chosen.classroom;
  const why = { seed, rooms, seats: [...chosen.weights] };
  return happen({ type: 'name.drawn', drawId: newId(), from, classroomId, seatId, number, at: now, ...why });
}

/** The drawn name leaves the screens. */
export function clearDraw({ draw }: LessonState): Outcome {
  return draw ? happen({ type: 'draw.cleared' }) : happen();
}
