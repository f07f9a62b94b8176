import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';
import { happen, type Outcome, unless } from './outcome.ts';

/** [IK6] [IK7] These classrooms have the pen from now on, and no others; with `sides` two of them, one half of the page for each. */
export function setPens(
  { phase, ink, classrooms }: LessonState,
  { classroomIds, sides }: Extract<Command, { type: 'pens.set' }>,
): Outcome {
  const chosen = [...new Set(classroomIds)];
  const rooms = chosen.map((classroomId) => entryOf(classrooms, classroomId));
  // Who has it already keeps it over a lost link.
  const isHere = (at: number) => ink.pens.includes(chosen[at] ?? '') || rooms[at]?.board.online === true;
  const same =
    ink.sides === sides && chosen.length === ink.pens.length && chosen.every((id, at) => id === ink.pens[at]);
  return unless(
    [
      [phase !== 'live', 'lesson/not-live'],
      [rooms.some((room) => room === undefined), 'classroom/unknown'],
      [rooms.some((room, at) => room?.left === true || !isHere(at)), 'classroom/not-here'],
      [sides && chosen.length !== 2, 'ink/two-for-sides'],
    ],
    () => (same ? happen() : happen({ type: 'pens.set', classroomIds: chosen, sides })),
  );
}

/** [IK10] Everybody sees this part of the page, or all of it. */
export function zoomPage({ phase, ink }: LessonState, { region }: Extract<Command, { type: 'page.zoom' }>): Outcome {
  if (phase !== 'live') return refuse('lesson/not-live');
  const { zoom } = ink;
  const same = zoom?.x === region?.x && zoom?.y === region?.y && zoom?.size === region?.size;
  return same ? happen() : happen({ type: 'page.zoomed', region });
}
