import { PlainError } from '../plain-error.mjs';
import { aptInstall } from './apt-get.mjs';
import { aptPlan } from './apt-plan.mjs';
import { machine } from './machine.mjs';

/**
 * The names of those parts that are not on the machine.
 * @param {import('./test-parts.mjs').Part[]} parts
 */
export async function missingParts(parts) {
  const checked = await Promise.all(parts.map(async (part) => ((await part.present()) ? [] : [part.name])));
  return checked.flat();
}

/**
 * Sees that these parts are on the machine; installs them from Debian where it may, otherwise names them and fails.
 * @param {import('../say.mjs').Step} step @param {import('./test-parts.mjs').Part[]} parts
 */
export async function installDebianPackages(step, parts) {
  const plan = aptPlan({ missing: await missingParts(parts), ...(await machine()) });
  if (plan.do === 'nothing') return 'all there';
  if (plan.do === 'explain') throw new PlainError(plan.message);

  step.note(`apt-get install ${plan.packages.join(' ')}`);
  const onLine = (/** @type {string} */ line) =>
    /^(Get|Unpacking|Setting up)/.test(line) && step.progress(line.slice(0, 90));
  const { code, output } = await aptInstall(plan.packages, { log: step.note, onLine });
  const still = await missingParts(parts);
  if (code !== 0 || still.length > 0) {
    throw new PlainError(
      `These parts could not be installed: ${still.join(', ') || plan.packages.join(', ')}.\n\n${output}`,
    );
  }
  return `installed ${plan.packages.join(', ')}`;
}
