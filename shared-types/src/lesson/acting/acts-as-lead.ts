import type { PeerId } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState } from '../state.ts';

/**
 * [LD4] True where a command of this classroom's board or phone, or of this second teacher, counts as the lead teacher's own. Nothing is asked
 * in written words, and nobody speaks to the lead teacher alone.
 */
export function actsAsLead(state: LessonState, command: Command, by: PeerId): boolean {
  if (state.acting?.by !== by) return false;
  switch (command.type) {
    case 'turn.give':
      return command.listen !== true && mayCall(state, command, by);
    case 'question.open':
      return isOnTheSpot(command);
    case 'buzzer.open':
      return command.prompt === '';
    case 'page.turn':
    case 'slides.show':
    case 'ink.draw':
    case 'ink.erase':
    case 'ink.undo':
    case 'ink.clear':
    case 'turn.end':
    case 'question.reveal':
    case 'round.close':
    case 'round.dismiss':
      return true;
    default:
      return false;
  }
}

/** [LD4] Any class as a whole; a pupil where the acting lead knows of one: an assistant of the own room, a second teacher by a raised hand. */
function mayCall(
  { hands, seconds }: LessonState,
  { classroomId, seatId }: Extract<Command, { type: 'turn.give' }>,
  by: PeerId,
): boolean {
  if (seatId === null || classroomId === by) return true;
  return (
    entryOf(seconds, by) !== undefined &&
    hands.some((hand) => hand.classroomId === classroomId && hand.seatId === seatId)
  );
}

/** A–D or true and false without a word: what is asked is said aloud. */
function isOnTheSpot(question: Extract<Command, { type: 'question.open' }>): boolean {
  const { task, prompt, picture, explanation } = question;
  if (prompt !== '' || picture !== null || explanation !== '') return false;
  return task.kind === 'true-false' || (task.kind === 'single' && task.choices.every(({ text }) => text === ''));
}
