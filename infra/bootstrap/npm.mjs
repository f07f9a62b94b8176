import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Runs the machine's npm in the repository.
 * @param {string[]} args @param {(line: string) => void} [onLine]
 */
export function npm(args, onLine) {
  // The Node that came with the packages must not run the npm that is about to replace it.
  const own = join('node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith(own));
  return runCommand('npm', args, { cwd: ROOT, env: { ...process.env, PATH: path.join(delimiter) }, onLine });
}
