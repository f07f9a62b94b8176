import type { ClassroomId } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import type { LessonState } from '../state.ts';

/**
 * [LD4] True where a command of this classroom's board or phone counts as the lead teacher's own. Another room's pupil cannot be called, for
 * the acting lead knows none of them; nothing is asked in written words, and nobody speaks to the lead teacher alone.
 */
export function actsAsLead({ acting }: LessonState, command: Command, classroomId: ClassroomId): boolean {
  if (acting?.classroomId !== classroomId) return false;
  switch (command.type) {
    case 'turn.give':
      return command.listen !== true && (command.seatId === null || command.classroomId === classroomId);
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

/** A–D or true and false without a word: what is asked is said aloud. */
function isOnTheSpot(question: Extract<Command, { type: 'question.open' }>): boolean {
  const { task, prompt, picture, explanation } = question;
  if (prompt !== '' || picture !== null || explanation !== '') return false;
  return task.kind === 'true-false' || (task.kind === 'single' && task.choices.every(({ text }) => text === ''));
}
