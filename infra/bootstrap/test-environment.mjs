import { delimiter, dirname } from 'node:path';
import { COMPILED, NODE } from './paths.mjs';
import { say } from './say.mjs';
import { buildClient, CLIENT_DIR } from './steps/build-client.mjs';
import { ensureChromium } from './steps/ensure-chromium.mjs';
import { SHELL } from './steps/find-chromium.mjs';
import { findWorker } from './steps/find-worker.mjs';
import { installDebianPackages, missingParts } from './steps/install-debian-packages.mjs';
import { quickSteps } from './steps/quick-steps.mjs';
import { TEST_PARTS } from './steps/test-parts.mjs';

/**
 * Installs what tests, benches and pictures need beside the product, and answers the environment in which they find it.
 * @param {string} [browser] the kind that is preferred
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function testEnvironment(browser = SHELL) {
  await quickSteps();
  const worker = await findWorker({ later: await missingParts(TEST_PARTS) });
  await say('Test parts', (step) => installDebianPackages(step, TEST_PARTS));
  const chromium = await say('Test browser', (step) => ensureChromium(step, browser));
  await say('Pages', (step) => buildClient(step));
  return {
    ...process.env,
    // The pages' library has other insides in production, and tests look into them.
    NODE_ENV: undefined,
    NODE_COMPILE_CACHE: COMPILED,
    PATH: [dirname(NODE), process.env.PATH].join(delimiter),
    MEDIASOUP_WORKER_BIN: worker,
    CHROMIUM_BIN: chromium.path,
    TONGKE_CLIENT_DIR: CLIENT_DIR,
  };
}
