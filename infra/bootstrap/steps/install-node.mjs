import { copyFile, link, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../npm.mjs';
import { NODE, ROOT } from '../paths.mjs';
import { PlainError } from '../plain-error.mjs';
import { runCommand } from '../run-command.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'node');
const DOWNLOAD = join(ROOT, 'node_modules', '.tongke-node');

/** The package that holds the program for this machine, by the rule of the package `node`. */
function programPackage() {
  return `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
}

/** @param {string} version */
async function runs(version) {
  return (await runCommand(NODE, ['--version'])).output.trim() === `v${version}`;
}

/**
 * Puts the Node that the package `node` names at node_modules/.bin/node. That package fetches it in an install script, and install
 * scripts are off.
 * @param {import('../say.mjs').Step} step
 */
export async function installNode(step) {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));
  if (await runs(version)) return version;

  const name = programPackage();
  step.note(`fetching ${name} ${version}`);
  await mkdir(DOWNLOAD, { recursive: true });
  // A prefix of its own: in the project's folder npm would prune or rewrite the rest.
  const args = [
    'install',
    `${name}@${version}`,
    '--prefix',
    DOWNLOAD,
    '--no-save',
    '--ignore-scripts',
    '--prefer-offline',
  ];
  const { code, output } = await npm(args);
  if (code !== 0) throw new PlainError(`Node ${version} could not be fetched:\n\n${output.trim()}`);

  const bin = join(PACKAGE, 'bin', 'node');
  const program = join(DOWNLOAD, 'node_modules', name, 'bin', 'node');
  await mkdir(join(PACKAGE, 'bin'), { recursive: true });
  await rm(`${bin}.new`, { force: true });
  await link(program, `${bin}.new`).catch(() => copyFile(program, `${bin}.new`));
  await rename(`${bin}.new`, bin);
  await mkdir(join(ROOT, 'node_modules', '.bin'), { recursive: true });
  await rm(NODE, { force: true });
  await symlink(join('..', 'node', 'bin', 'node'), NODE);
  await rm(DOWNLOAD, { recursive: true, force: true });

  if (!(await runs(version)))
    throw new PlainError(`Node ${version} was fetched but does not run on this machine (${name}).`);
  return version;
}
