import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';

const NAME = 'libsrtp2_2.5.0.orig.tar.gz';
const SHA256 = '8a43ef8e9ae2b665292591af62aa1a4ae41e468b6d98d8258f91478735da4e09';

/** @param {string} file */
async function isGenuine(file) {
  const content = await readFile(file).catch(() => undefined);
  return content !== undefined && createHash('sha256').update(content).digest('hex') === SHA256;
}

/**
 * The deb-src lines that belong to the distribution's own binary archives, whichever mirror the machine uses.
 * @param {string} targets  lines `SITE|RELEASE|COMPONENT|ORIGIN` from apt-get indextargets
 */
export function sourceLines(targets) {
  const lines = targets
    .split('\n')
    .map((text) => text.split('|'))
    // Updates and security repeat the base release's sources; fetching their lists would only take time.
    .filter(([, release, , origin]) => ['Debian', 'Ubuntu'].includes(origin ?? '') && /^\w+$/.test(release ?? ''))
    .map(([site, release, component]) => `deb-src ${site} ${release} ${component}`);
  return [...new Set(lines)];
}

/** @param {string[]} options  of apt-get */
async function indexTargets(options) {
  let targets = '';
  const format = '$(SITE)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)';
  await runCommand('apt-get', [...options, 'indextargets', '--format', format, 'Created-By: Packages'], {
    onLine: (text) => (targets += `${text}\n`),
  });
  return targets;
}

/**
 * The machine's own apt configuration stays as it is: source list, lists and cache live in this folder only.
 * @param {string} folder  an empty folder that apt may fill
 */
async function fetchWithApt(folder) {
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
  const own = options([`Dir::State::lists=${folder}/lists`, `Dir::Cache=${folder}`, 'APT::Sandbox::User=root']);
  let lines = sourceLines(await indexTargets([]));
  let said = '';
  if (lines.length === 0) {
    // A machine whose lists were emptied, as container images are, does not know whose archives they are.
    const { output } = await runCommand('apt-get', [...own, 'update'], { cwd: folder });
    said = output;
    lines = sourceLines(await indexTargets(own));
  }
  const list = join(folder, 'sources.list');
  await writeFile(list, `${lines.join('\n')}\n`);
  const apart = [...own, ...options([`Dir::Etc::sourcelist=${list}`, 'Dir::Etc::sourceparts=/dev/null'])];
  const update = await runCommand('apt-get', [...apart, 'update'], { cwd: folder });
  const source = await runCommand('apt-get', [...apart, 'source', '--download-only', 'libsrtp2'], { cwd: folder });
  return `${said}${update.output}${source.output}`;
}

/** @param {string[]} settings */
function options(settings) {
  return settings.flatMap((setting) => ['-o', setting]);
}

/**
 * The distribution's libsrtp2 source tarball, from `keep` or fetched through apt and kept there; its hash is checked either way.
 * @param {string} keep  folder
 * @param {(line: string) => void} log
 * @returns {Promise<string>} path; PlainError where it cannot be had
 */
export async function libsrtpSource(keep, log) {
  const kept = join(keep, NAME);
  if (await isGenuine(kept)) return kept;
  log('fetching the libsrtp2 source through apt');
  await mkdir(keep, { recursive: true });
  const folder = await mkdtemp(join(keep, 'apt-'));
  try {
    const said = await fetchWithApt(folder);
    const fetched = join(folder, NAME);
    if (!(await isGenuine(fetched))) {
      const hand = `apt-get source --download-only libsrtp2   (needs a deb-src line), then: mv ${NAME} ${keep}/`;
      throw new PlainError(`apt did not give the source of libsrtp2 2.5.0:\n\n${said.trim()}\n\nBy hand: ${hand}`);
    }
    await rename(fetched, kept);
    return kept;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
