import { type Measures, SELF_TEST_BYTES } from '@tongke/shared-types';
import { postFile } from '../../photo/post-file.ts';

const ROUTE = '/api/self-test';
/** Fetching ends after so long: what came by then shows the rate, ms. */
const DOWN_MS = 5_000;
/** Sending ends after so long, ms. All of it in this time is 105 kbit/s: what takes longer is too slow for a picture. */
const UP_MS = 10_000;

/** [ST3] How fast the server's bytes come and the own go, in bit/s, one after the other; null where the server takes no test now. */
export async function probeRates(proof: Readonly<Record<string, string>>): Promise<Pick<Measures, 'down' | 'up'>> {
  const down = await probeDown(proof);
  return { down, up: await probeUp(proof) };
}

async function probeDown(proof: Readonly<Record<string, string>>): Promise<number | null> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), DOWN_MS);
  const { signal } = patience;
  let since = performance.now();
  let bytes = 0;
  try {
    const headers = { ...proof };
    const answer = await fetch(ROUTE, { credentials: 'same-origin', cache: 'no-store', headers, signal });
    if (!answer.ok || !answer.body) return null;
    since = performance.now();
    const reader = answer.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
  } catch {
    // The time is over, or the link broke: what came until then counts.
  } finally {
    clearTimeout(timer);
  }
  return rateOf(bytes, performance.now() - since);
}

async function probeUp(proof: Readonly<Record<string, string>>): Promise<number | null> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), UP_MS);
  const since = performance.now();
  const file = new Blob([noise(SELF_TEST_BYTES.up)]);
  const answer = await postFile(ROUTE, file, proof, () => undefined, patience.signal);
  clearTimeout(timer);
  if (answer) return answer.ok ? rateOf(SELF_TEST_BYTES.up, performance.now() - since) : null;
  // Not all of it went in this time: it was no faster than that. A link that broke carried nothing.
  return patience.signal.aborted ? rateOf(SELF_TEST_BYTES.up, UP_MS) : 0;
}

function rateOf(bytes: number, ms: number): number {
  return (bytes * 8_000) / Math.max(1, ms);
}

/** Bytes that nothing on the way can make smaller. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  // A browser gives 65,536 at once at most.
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}
