import type { CommandReply } from '@tongke/shared-types';

/** The reply of a command that a bench may give; throws where it is refused. */
export async function granted(asked: Promise<CommandReply>): Promise<Extract<CommandReply, { ok: true }>> {
  const reply = await asked;
  if (!reply.ok) throw new Error(`a command was refused: ${reply.reason}`);
  return reply;
}
