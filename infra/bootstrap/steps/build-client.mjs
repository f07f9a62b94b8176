import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFiles } from '../hash-files.mjs';
import { NODE, NOTES, ROOT } from '../paths.mjs';
import { PlainError } from '../plain-error.mjs';
import { remember, remembers } from '../remember.mjs';
import { runCommand } from '../run-command.mjs';

const NOTE = join(NOTES, 'client-inputs');

/** Where vite's own program lies; run with Node 24, whichever Node runs this. */
export const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/** The built pages. */
export const CLIENT_DIR = join(ROOT, 'classroom-client', 'dist');

/** Forgets the last build, for another one is about to replace it. @param {string} [note] */
export function forgetBuild(note = NOTE) {
  return rm(note, { force: true });
}

function viteBuild() {
  const cwd = join(ROOT, 'classroom-client');
  const env = { ...process.env, NODE_ENV: 'production' };
  return runCommand(NODE, [VITE, 'build', '--logLevel', 'warn'], { cwd, env });
}

/**
 * Builds the pages where their sources changed since the last build.
 * @param {import('../say.mjs').Step} step
 * @param {{ note?: string, build?: typeof viteBuild }} [how]
 */
export async function buildClient(step, { note = NOTE, build = viteBuild } = {}) {
  const key = await hashFiles(ROOT, ['classroom-client', 'shared-types', 'package-lock.json']);
  const built = await stat(CLIENT_DIR).catch(() => undefined);
  if (built && (await remembers(note, key))) return 'up to date';

  // A build that is cut leaves half a folder, and by the next start the sources may be those of the note again.
  await forgetBuild(note);
  step.note('vite build');
  const { code, output } = await build();
  if (code !== 0) throw new PlainError(`The pages could not be built:\n\n${output.trim()}`);
  await remember(note, key);
  return 'built';
}
