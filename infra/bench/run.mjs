import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import { NODE, ROOT } from '../bootstrap/paths.mjs';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { runMain } from '../bootstrap/run-main.mjs';
import { say } from '../bootstrap/say.mjs';
import { buildClient, CLIENT_DIR } from '../bootstrap/steps/build-client.mjs';
import { ensureChromium } from '../bootstrap/steps/ensure-chromium.mjs';
import { findWorker } from '../bootstrap/steps/find-worker.mjs';
import { installDebianPackages } from '../bootstrap/steps/install-debian-packages.mjs';
import { quickSteps } from '../bootstrap/steps/quick-steps.mjs';
import { TEST_PARTS } from '../bootstrap/steps/test-parts.mjs';

const BENCHES = ['all', 'join', 'sfu', 'classroom-traffic'];

/** Installs what is missing, as `npm test` does, then runs a bench: `node infra/bench/run.mjs join [--json]`. */
await runMain(async () => {
  const [name = '', ...options] = process.argv.slice(2);
  if (!BENCHES.includes(name)) throw new PlainError(`There is no bench "${name}", only ${BENCHES.join(', ')}.`);
  await quickSteps();
  const worker = await findWorker();
  await say('Test parts', (step) => installDebianPackages(step, TEST_PARTS));
  const browser = await say('Test browser', ensureChromium);
  await say('Pages', buildClient);
  const child = spawn(NODE, [join(ROOT, 'infra', 'bench', `${name}.ts`), ...options], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [dirname(NODE), process.env.PATH].join(delimiter),
      MEDIASOUP_WORKER_BIN: worker,
      CHROMIUM_BIN: browser.path,
      TONGKE_CLIENT_DIR: CLIENT_DIR,
    },
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
});
