import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILED, NODE, ROOT } from '../paths.mjs';
import { logFile } from './log-file.mjs';
import { shortLine } from './short-line.mjs';

/**
 * How to start one server, for the supervisor: Node 24 on its sources, output to its log file and in short to the terminal.
 * @param {string} name  also its folder
 * @param {NodeJS.ProcessEnv} settings
 * @param {string} logs  folder
 * @param {{ args?: string[], node?: string, cwd?: string }} [how]
 * @returns {() => import('node:child_process').ChildProcess}
 */
export function startServer(
  name,
  settings,
  logs,
  { args = ['src/main.ts'], node = NODE, cwd = join(ROOT, name) } = {},
) {
  const log = logFile(join(logs, `${name}.log`));
  return () => {
    const child = spawn(node, args, {
      cwd,
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log(line);
        const short = shortLine(line);
        if (short) console.error(`  ${name.padEnd(12)} ${short}`);
      });
    }
    return child;
  };
}
