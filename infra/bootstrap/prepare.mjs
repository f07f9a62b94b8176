import { runMain } from './run-main.mjs';
import { quickSteps } from './steps/quick-steps.mjs';

await runMain(async () => {
  await quickSteps();
  return 0;
});
