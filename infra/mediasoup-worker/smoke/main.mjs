import { createWorker } from 'mediasoup';
import { makeCertificate } from './certificate.mjs';
import { checkProbes, PROBE_TRIALS } from './check-probes.mjs';
import { checkProfile } from './check-profile.mjs';
import { SRTP_PROFILES } from './srtp.mjs';

/** For everything together; a sound worker takes two or three seconds. */
const LIMIT_MS = 30_000;

let doing = 'starting';

/** @param {unknown} error */
function fail(error) {
  console.error(`${doing}: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/** @param {string} workerBin */
async function smoke(workerBin) {
  const worker = await createWorker({ workerBin, logLevel: 'none', libwebrtcFieldTrials: PROBE_TRIALS });
  worker.on('died', fail);
  const router = await worker.createRouter({
    mediaCodecs: [
      { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
      { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
    ],
  });
  const certificate = await makeCertificate();
  try {
    for (const profile of SRTP_PROFILES) {
      doing = profile.name;
      await checkProfile(router, profile, certificate);
    }
    doing = 'probes';
    const [any] = SRTP_PROFILES;
    if (!any) throw new Error('no SRTP profile');
    await checkProbes(router, any, certificate);
  } finally {
    await certificate.remove();
  }
  console.log(JSON.stringify({ passed: SRTP_PROFILES.map(({ name }) => name) }));
  process.exit(0);
}

setTimeout(() => fail(`no result within ${LIMIT_MS / 1000} s`), LIMIT_MS);
smoke(process.argv[2] ?? '').catch(fail);
