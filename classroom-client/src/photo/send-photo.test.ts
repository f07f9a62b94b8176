import { expect, test } from 'vitest';
import { sendPhoto } from './send-photo.ts';

type Post = NonNullable<Parameters<typeof sendPhoto>[2]>['post'];

function rig(answers: readonly (Awaited<ReturnType<Post>> | 'stop')[], photo = new Blob(['photo'])) {
  const stop = new AbortController();
  const asked: { path: string; proof: unknown }[] = [];
  const waits: number[] = [];
  const shares: number[] = [];
  const post: Post = async (path, _file, proof, onProgress) => {
    const answer = answers[asked.length] ?? null;
    asked.push({ path, proof });
    onProgress(0.5);
    if (answer === 'stop') stop.abort();
    return answer === 'stop' ? null : answer;
  };
  const to = {
    path: '/api/photos/round-1',
    proof: { authorization: 'Seat l1.key' },
    onProgress: (share: number) => void shares.push(share),
    signal: stop.signal,
  };
  const wait = async (ms: number) => void waits.push(ms);
  return { asked, waits, shares, sent: sendPhoto(photo, to, { downscale: async () => null, post, wait }) };
}

const hash = 'ab'.repeat(32);

test('[BL4] a photo is sent again and again until it is acknowledged, with longer and longer breaks', async () => {
  const { sent, asked, waits, shares } = rig([
    null,
    null,
    { ok: false, reason: 'busy-try-again' },
    null,
    null,
    null,
    null,
    { ok: true, hash },
  ]);
  expect(await sent).toEqual({ ok: true, hash });
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/api/photos/round-1']));
  expect(asked[0]?.proof).toEqual({ authorization: 'Seat l1.key' });
  expect(shares.slice(0, 4)).toEqual([0, 0.5, 0, 0.5]);
});

test('[BL4] a refusal that would come again ends it, and so does whoever stops it', async () => {
  const refused = rig([null, { ok: false, reason: 'round/closed' }]);
  expect(await refused.sent).toEqual({ ok: false, reason: 'round/closed' });
  const stopped = rig([null, 'stop']);
  expect(await stopped.sent).toEqual({ ok: false, reason: 'stopped' });
  expect(stopped.asked).toHaveLength(2);
});

test('[BL1] what is too large for the server is not sent at all', async () => {
  const { sent, asked } = rig([], new Blob([new Uint8Array(6_000_001)]));
  expect(await sent).toEqual({ ok: false, reason: 'blob/too-large' });
  expect(asked).toEqual([]);
});
