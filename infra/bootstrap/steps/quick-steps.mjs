import { PlainError } from '../plain-error.mjs';
import { say } from '../say.mjs';
import { installNode } from './install-node.mjs';
import { installPackages } from './install-packages.mjs';

const OLDEST = 20;

/** What every command needs: the packages and Node 24. */
export async function quickSteps() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST) {
    throw new PlainError(`This needs Node ${OLDEST} or later to begin with; here is ${process.version}.`);
  }
  await say('Packages', installPackages);
  await say('Node', installNode);
}
