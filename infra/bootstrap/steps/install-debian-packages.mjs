import { PlainError } from '../plain-error.mjs';
import { runCommand } from '../run-command.mjs';
import { aptPlan } from './apt-plan.mjs';
import { machine } from './machine.mjs';

/**
 * Sees that these parts are on the machine; installs them from Debian where it may, otherwise names them and fails.
 * @param {import('../say.mjs').Step} step @param {import('./test-parts.mjs').Part[]} parts
 */
export async function installDebianPackages(step, parts) {
  const absent = async () => {
    const checked = await Promise.all(parts.map(async (part) => ((await part.present()) ? [] : [part.name])));
    return checked.flat();
  };
  const missing = await absent();
  const plan = aptPlan({ missing, ...(await machine()) });
  if (plan.do === 'nothing') return 'all there';
  if (plan.do === 'explain') throw new PlainError(plan.message);

  step.note(`apt-get install ${plan.packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const onLine = (/** @type {string} */ line) =>
    /^(Get|Unpacking|Setting up)/.test(line) && step.progress(line.slice(0, 90));
  await runCommand('apt-get', ['update', '-q'], { env, onLine });
  const args = ['install', '-y', '-q', '--no-install-recommends', ...plan.packages];
  const { code, output } = await runCommand('apt-get', args, { env, onLine });
  const still = await absent();
  if (code !== 0 || still.length > 0) {
    throw new PlainError(
      `These parts could not be installed: ${still.join(', ') || plan.packages.join(', ')}.\n\n${output.trim()}`,
    );
  }
  return `installed ${plan.packages.join(', ')}`;
}
