import { SELF_TEST_BYTES } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { probeRates } from './probe-rates.ts';

const post = vi.hoisted(() => vi.fn());
vi.mock('../../photo/post-file.ts', () => ({ postFile: post }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  post.mockReset();
});
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A server whose bytes come in parts, one each so many ms; with null it says no. */
function server(part: number, everyMs: number | null) {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, { signal, headers }: RequestInit) => {
    asked.push(path, headers);
    if (everyMs === null) return { ok: false };
    let left = SELF_TEST_BYTES.down;
    const read = async () => {
      await wait(everyMs);
      if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
      if (left <= 0) return { done: true };
      left -= part;
      return { done: false, value: new Uint8Array(part) };
    };
    return { ok: true, body: { getReader: () => ({ read }) } };
  });
  return asked;
}

async function probed() {
  const probing = probeRates({ authorization: 'Bearer t' });
  await vi.advanceTimersByTimeAsync(30_000);
  return probing;
}

test('[ST3] a rate is what came and went by the time it took, with the page’s proof', async () => {
  const asked = server(SELF_TEST_BYTES.down / 4, 200);
  post.mockImplementation(async (path: string, file: Blob, proof: object) => {
    expect([path, file.size, proof]).toEqual(['/api/self-test', SELF_TEST_BYTES.up, { authorization: 'Bearer t' }]);
    await wait(500);
    return { ok: true };
  });
  // Four parts, and the word that it was the last.
  expect(await probed()).toEqual({ down: SELF_TEST_BYTES.down * 8, up: SELF_TEST_BYTES.up * 16 });
  expect(asked).toEqual(['/api/self-test', { authorization: 'Bearer t' }]);
});

test('[ST3] on a slow link fetching ends after 5 s and sending after 10 s, and what went by then counts', async () => {
  server(1_000, 100);
  post.mockImplementation(
    (_path: string, _file: Blob, _proof: object, _progress: unknown, signal: AbortSignal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(null))),
  );
  const { down, up } = await probed();
  expect(down).toBeGreaterThan(70_000);
  expect(down).toBeLessThan(90_000);
  expect(up).toBeLessThan(110_000);
});

test('[ST3] a server that takes no test now says nothing of the link; a link that breaks carries nothing', async () => {
  server(1, null);
  post.mockResolvedValue({ ok: false, reason: 'too-many-requests' });
  expect(await probed()).toEqual({ down: null, up: null });
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('network');
  });
  post.mockResolvedValue(null);
  expect(await probed()).toEqual({ down: 0, up: 0 });
});
