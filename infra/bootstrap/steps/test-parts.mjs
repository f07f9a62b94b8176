import { access } from 'node:fs/promises';
import { runCommand } from '../run-command.mjs';

/**
 * @typedef {object} Part  something that the tests need and npm cannot bring
 * @property {string} name  as Debian's package is called
 * @property {() => Promise<boolean>} present
 */

/** @param {string} command @param {string[]} args */
const answers = async (command, args) => {
  const { code, output } = await runCommand(command, args);
  return code === 0 && output.trim() !== '';
};

/** @param {string} path */
const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

/** @type {Part[]} */
export const TEST_PARTS = [
  { name: 'gcc', present: () => answers('cc', ['--version']) },
  { name: 'libc6-dev', present: () => exists('/usr/include/stdio.h') },
  { name: 'ffmpeg', present: () => answers('ffmpeg', ['-version']) },
  { name: 'espeak-ng', present: () => answers('espeak-ng', ['--version']) },
  // Debian's name, and that of most other systems.
  { name: 'libreoffice-impress', present: () => answers('sh', ['-c', 'command -v loimpress || command -v simpress']) },
  { name: 'fontconfig', present: () => answers('fc-list', ['--version']) },
  { name: 'fonts-noto-cjk', present: () => answers('fc-list', [':lang=zh-cn', 'family']) },
];
