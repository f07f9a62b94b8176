import type { Command } from '../../protocol/commands.ts';

/** What a question has that is asked on the spot: no words, nothing to read or to explain. */
export const UNPREPARED: Omit<Extract<Command, { type: 'question.open' }>, 'task' | 'seconds'> = {
  type: 'question.open',
  prompt: '',
  picture: null,
  explanation: '',
  onTablet: 'question',
  readSeconds: 0,
};
