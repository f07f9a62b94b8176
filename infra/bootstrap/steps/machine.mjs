import { readFile } from 'node:fs/promises';
import { runCommand } from '../run-command.mjs';

/** What decides how missing parts may be installed. */
export async function machine() {
  return {
    root: process.getuid?.() === 0,
    apt: (await runCommand('apt-get', ['--version'])).code === 0,
    ubuntu: /^ID=ubuntu$/m.test(await readFile('/etc/os-release', 'utf8').catch(() => '')),
    platform: `${process.platform}-${process.arch}`,
  };
}
