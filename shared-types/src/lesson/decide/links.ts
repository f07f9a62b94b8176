import { LEAD_PEER } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import { refuse } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import { linkOf } from '../links/peer-link.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';
import type { ServerCommand } from './server-command.ts';

/** [WL6] The link of a peer stands elsewhere; said again it changes nothing. */
export function reportLink(
  state: LessonState,
  { peerId, down, up }: Extract<ServerCommand, { type: 'link.report' }>,
  { now }: Context,
): Outcome {
  if (state.phase === 'ended') return happen();
  if (peerId !== LEAD_PEER && !entryOf(state.classrooms, peerId)) return happen();
  const link = linkOf(state, peerId);
  if (link.down === down && link.up === up) return happen();
  return happen({ type: 'link.changed', peerId, down, up, at: now });
}

/** [WL9] The lead teacher wants more or less of a classroom's link; the own class has none. */
export function chooseLink(
  state: LessonState,
  { classroomId, choice }: Extract<Command, { type: 'link.choose' }>,
  { now }: Context,
): Outcome {
  const classroom = entryOf(state.classrooms, classroomId);
  if (!classroom) return refuse('classroom/unknown');
  if (classroom.own) return refuse('not-allowed');
  if (linkOf(state, classroomId).choice === choice) return happen();
  return happen({ type: 'link.chosen', classroomId, choice, at: now });
}
