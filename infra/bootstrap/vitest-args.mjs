/** The projects of vitest.config.ts; the browser tests are two. */
const PROJECTS = new Set(['shared-types', 'signaling', 'sfu-server', 'classroom-client', 'infra', 'e2e']);

/**
 * Turns the words after `npm test --` into vitest's: a project's name chooses that project, the rest passes through.
 * @param {string[]} argv
 * @returns {{ args: string[], filtered: boolean }} and whether tests are chosen by their name
 */
export function vitestArgs(argv) {
  return {
    args: argv.flatMap((word) => (PROJECTS.has(word) ? ['--project', `${word}*`] : [word])),
    filtered: argv.some((word) => word === '-t' || word.startsWith('--testNamePattern') || word.startsWith('-t=')),
  };
}
