import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { NODE } from '../bootstrap/paths.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { HERE } from './paths.mjs';

/**
 * Tries a worker in a process of its own, so that a crash or a hang of the candidate stays there.
 * @param {string} program
 * @returns {Promise<{ passed: string[] } | { fault: string }>} the SRTP profiles that carried a packet both ways, or what went wrong
 */
export async function smokeTest(program) {
  // Node 24 where it is installed already: mediasoup supports no older one, though its library loads on Node 20.
  const node = await access(NODE, constants.X_OK).then(
    () => NODE,
    () => process.execPath,
  );
  const { code, output } = await runCommand(node, [join(HERE, 'smoke', 'main.mjs'), program]);
  const last = output.trim().split('\n').at(-1) ?? '';
  if (code === 0 && last.startsWith('{')) return JSON.parse(last);
  return { fault: last || `exit code ${code}` };
}
