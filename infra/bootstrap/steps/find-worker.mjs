import { say } from '../say.mjs';

/**
 * Finds or builds mediasoup's worker program.
 * @returns {Promise<string>} its path
 */
export async function findWorker() {
  const { path } = await say('Media worker', async (step) => {
    // Needs the packages, so it cannot be imported before they are installed.
    const { resolveWorker } = await import(new URL('../../mediasoup-worker/resolve.mjs', import.meta.url).href);
    const path = await resolveWorker({ log: step.note });
    return { path, text: path };
  });
  return path;
}
