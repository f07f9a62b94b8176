import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * The environment for npm. The Node that came with the packages must not run the npm that is about to replace it; and with
 * NODE_ENV=production npm would leave out Node 24 and what builds the pages.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment({ NODE_ENV: _, ...env }) {
  const own = join('node_modules', '.bin');
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith(own));
  return { ...env, PATH: path.join(delimiter) };
}

/**
 * Runs the machine's npm in the repository.
 * @param {string[]} args @param {(line: string) => void} [onLine]
 */
export function npm(args, onLine) {
  return runCommand('npm', args, { cwd: ROOT, env: npmEnvironment(process.env), onLine });
}
