import { say } from '../say.mjs';
import { installNode } from './install-node.mjs';
import { installPackages } from './install-packages.mjs';

/** What every command needs: the packages and Node 24. */
export async function quickSteps() {
  await say('Packages', installPackages);
  await say('Node', installNode);
}
