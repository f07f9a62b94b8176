import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { npm } from '../npm.mjs';
import { PlainError } from '../plain-error.mjs';
import { runCommand } from '../run-command.mjs';

const NAME = '@sparticuz/chromium';
const VERSION = '147.0.0';
/** SHA-512 of the package's file: a program from the network runs only if it is the one that was tried. */
const SHA512 = '4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ==';

/** Where the npm registry's Chromium is kept for this user. */
export const FETCHED_CHROMIUM = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'tongke',
  'chromium',
  VERSION,
  'chromium',
);

/**
 * Fetches a headless Chromium for Linux on x64 from the npm registry into the user's cache; only its program file is used.
 * @param {import('../say.mjs').Step} step
 */
export async function fetchChromium(step) {
  step.note(`fetching ${NAME} ${VERSION} (70 MB)`);
  const home = dirname(FETCHED_CHROMIUM);
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, 'fetch-'));
  try {
    const packed = await npm([
      'pack',
      `${NAME}@${VERSION}`,
      '--pack-destination',
      folder,
      '--prefer-offline',
      '--silent',
    ]);
    const file = join(folder, `sparticuz-chromium-${VERSION}.tgz`);
    const content = await readFile(file).catch(() => {
      throw new PlainError(`A browser for the tests could not be fetched:\n\n${packed.output.trim()}`);
    });
    if (createHash('sha512').update(content).digest('base64') !== SHA512)
      throw new PlainError(`${NAME} ${VERSION} is not the file that was expected, so it was not used.`);
    const unpacked = await runCommand('tar', ['xzf', file, '-C', folder, 'package/bin/chromium.br']);
    if (unpacked.code !== 0) throw new PlainError(`The browser could not be unpacked:\n\n${unpacked.output.trim()}`);
    const program = await promisify(brotliDecompress)(await readFile(join(folder, 'package', 'bin', 'chromium.br')));
    await writeFile(join(folder, 'chromium'), program);
    await chmod(join(folder, 'chromium'), 0o755);
    await rename(join(folder, 'chromium'), FETCHED_CHROMIUM);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
