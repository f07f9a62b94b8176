import { PlainError } from '../bootstrap/plain-error.mjs';

/**
 * @typedef {object} WorkerSteps
 * @property {() => Promise<string | undefined>} cached  A worker that passed its test before.
 * @property {(work: () => Promise<string>) => Promise<string>} alone  Runs the work while no other process does the same.
 * @property {() => Promise<string | undefined>} download  A candidate, or nothing.
 * @property {() => Promise<string>} build  A candidate; throws where it cannot be built.
 * @property {(candidate: string) => Promise<{ passed: string[] } | { fault: string }>} test
 * @property {(candidate: string, record: { origin: string, passed: string[] }) => Promise<string>} keep  Into the cache; its new path.
 * @property {(line: string) => void} log
 */

/**
 * The order in which a worker is looked for: cached, downloaded, built. Only what passes the test is kept.
 * @param {WorkerSteps} steps
 * @returns {Promise<string>} the program's path
 */
export async function chooseWorker({ cached, alone, download, build, test, keep, log }) {
  const ready = await cached();
  if (ready) return ready;

  return alone(async () => {
    // Whoever held the lock before may have made it.
    const made = await cached();
    if (made) return made;

    const downloaded = await download();
    if (downloaded) {
      const result = await test(downloaded);
      if ('passed' in result) return keep(downloaded, { origin: 'download', passed: result.passed });
      log(`the prebuilt worker failed its test (${result.fault}); building one here`);
    }
    const built = await build();
    const result = await test(built);
    if ('passed' in result) return keep(built, { origin: 'build', passed: result.passed });
    throw new PlainError(`The media worker that was built here failed its test: ${result.fault}`);
  });
}
