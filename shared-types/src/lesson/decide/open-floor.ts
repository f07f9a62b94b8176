import type { ClassroomId } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import { MOST_TURNS } from '../floor/floor.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';
import { givenToClass, mayHave, opened } from './turns.ts';

type OpenFloor = Extract<Command, { type: 'floor.open' }>;

/**
 * [FL13] [FL18] [FL19] Several classrooms speak, each as a class: at once, one after the other, or all that are here. Whoever had the floor
 * before loses it. In a round nobody needs to be here yet but one; who is gone when the turn comes is passed over.
 */
export function openFloor(state: LessonState, command: OpenFloor, context: Context): Outcome {
  const { mode, classroomIds, seconds } = command;
  if (mode === 'chorus') return openChorus(state, command, context);
  const reasons = classroomIds.map((classroomId) => mayHave(state, classroomId, null));
  const round = mode === 'round-robin';
  const [first] = classroomIds.filter((_, at) => reasons[at] === null);
  const refusal = reasons.find((reason) => reason !== null && !(round && first && reason === 'classroom/not-here'));
  if (refusal) return refuse(refusal);
  const { size } = new Set(classroomIds);
  if (size < 2 || size !== classroomIds.length || (!round && size > MOST_TURNS[mode]))
    return refuse('floor/wrong-number');
  const speakers: readonly ClassroomId[] = round ? classroomIds.filter((id) => id === first) : classroomIds;
  return happen(
    ...opened(state, { mode, queue: round ? classroomIds : [], seconds: round ? seconds : null }, context.now),
    ...speakers.flatMap((classroomId) => givenToClass(state, classroomId, seconds, context)),
  );
}

function openChorus(state: LessonState, { classroomIds, seconds }: OpenFloor, context: Context): Outcome {
  if (classroomIds.length > 0) return refuse('floor/wrong-number');
  if (state.phase !== 'live') return refuse('lesson/not-live');
  const here = Object.values(state.classrooms).filter(
    ({ own, classroomId }) => !own && mayHave(state, classroomId, null) === null,
  );
  if (here.length === 0) return refuse('classroom/not-here');
  return happen(
    ...opened(state, { mode: 'chorus', queue: [], seconds: null }, context.now),
    ...here.flatMap(({ classroomId }) => givenToClass(state, classroomId, seconds, context)),
  );
}
