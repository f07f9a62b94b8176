import { type CommandReply, refuse } from '@tongke/shared-types';
import type { CommandOutcome } from '../store/event-store.ts';

/** [RS4] What a command is answered whose id was accepted before: the same again, or that the id stands for something else. */
export function answerAgain(first: CommandOutcome, hash: string): CommandReply {
  return first.hash === hash ? { ok: true, version: first.version } : refuse('command/id-reused');
}
