/** The media worker that tests run; throws where there is none, for a test that cannot run has failed. */
export function workerBin(): string {
  const path = process.env.MEDIASOUP_WORKER_BIN;
  if (!path) throw new Error('MEDIASOUP_WORKER_BIN is not set. `npm test` sets it.');
  return path;
}
