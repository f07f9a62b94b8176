import { runCommand } from '../bootstrap/run-command.mjs';

/**
 * Whether the worker's program reaches its own code on this machine: started without its parent it ends at once, with a code of its own.
 * Where the system cannot load it (a library that an upgrade took away), it ends with 1, 126, 127 or a signal.
 * @param {string} program
 */
export async function starts(program) {
  const { code } = await runCommand(program, [], { env: {} });
  return ![1, 126, 127].includes(code);
}
