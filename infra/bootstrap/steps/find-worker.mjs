import { say } from '../say.mjs';

/**
 * Finds or builds mediasoup's worker program.
 * @param {{ later?: string[] }} [further]  Debian packages that the machine lacks for what comes after
 * @returns {Promise<string>} its path
 */
export async function findWorker({ later = [] } = {}) {
  const { path } = await say('Media worker', async (step) => {
    // Needs the packages, so it cannot be imported before they are installed.
    const { resolveWorker } = await import(new URL('../../mediasoup-worker/resolve.mjs', import.meta.url).href);
    const path = await resolveWorker({ log: step.note, later });
    return { path, text: path };
  });
  return path;
}
