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

/** @type {Part[]} */
export const TEST_PARTS = [
  { name: 'ffmpeg', present: () => answers('ffmpeg', ['-version']) },
  { name: 'espeak-ng', present: () => answers('espeak-ng', ['--version']) },
  { name: 'fontconfig', present: () => answers('fc-list', ['--version']) },
  { name: 'fonts-noto-cjk', present: () => answers('fc-list', [':lang=zh-cn', 'family']) },
];
