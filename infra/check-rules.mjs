import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Every rule of SPEC.md is shown by a test that quotes it, and no code quotes a rule that is not there. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

const rules = new Set(
  readFileSync(`${ROOT}shared-types/SPEC.md`, 'utf8')
    .match(/^\| [A-Z]{2}\d+/gm)
    ?.map((row) => row.slice(2)),
);
const quoted = new Set();
const tested = new Set();
for (const file of files) {
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  for (const [, rule = ''] of text.matchAll(/\[([A-Z]{2}\d+)\]/g)) {
    quoted.add(rule);
    if (/\.(test|contract)\.(ts|tsx|mjs)$/.test(file)) tested.add(rule);
  }
}
const untested = [...rules].filter((rule) => !tested.has(rule));
const unknown = [...quoted].filter((rule) => !rules.has(rule));
if (untested.length > 0) console.error(`Rules of SPEC.md that no test quotes: ${untested.join(', ')}`);
if (unknown.length > 0) console.error(`Rules that SPEC.md does not know: ${unknown.join(', ')}`);
process.exitCode = untested.length + unknown.length > 0 ? 1 : 0;
