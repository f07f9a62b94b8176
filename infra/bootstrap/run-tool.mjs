import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { runMain } from './run-main.mjs';
import { SHELL, WHOLE } from './steps/find-chromium.mjs';
import { testEnvironment } from './test-environment.mjs';

/** Installs what is missing, as `npm test` does, then runs a program of `infra/`: `node infra/bootstrap/run-tool.mjs bench/join [--json]`. */
await runMain(async () => {
  const [name = '', ...options] = process.argv.slice(2);
  const file = join(ROOT, 'infra', `${name}.ts`);
  if (!existsSync(file)) throw new PlainError(`There is no infra/${name}.ts.`);
  const env = await testEnvironment(name.startsWith('bench/') ? WHOLE : SHELL);
  const child = spawn(NODE, [file, ...options], { cwd: ROOT, stdio: 'inherit', env });
  const [code] = await once(child, 'exit');
  return code ?? 1;
});
