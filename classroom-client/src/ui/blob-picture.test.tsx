import { afterEach, expect, test, vi } from 'vitest';
import { common } from '../i18n/words/common.ts';
import { BlobProof, seatProof } from '../photo/blob-proof.ts';
import { BoardWay } from '../photo/blob-way.ts';
import { render } from '../testing/render.tsx';
import { BlobPicture } from './BlobPicture.tsx';

afterEach(() => vi.unstubAllGlobals());

test('[BL5] a tablet shows who it is when it asks for a picture; one that did not come is asked for again by a tap', async () => {
  const asked: unknown[] = [];
  let here = false;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path, init.headers]);
    return here ? { ok: true, blob: async () => new Blob(['x']) } : { ok: false };
  });
  const hash = '0c'.repeat(32);
  const proof = seatProof('l1', 'device-key');
  const page = await render(
    <BlobProof.Provider value={proof}>
      <BlobPicture hash={hash} alt="题目的图" />
    </BlobProof.Provider>,
    { common },
  );
  expect(asked).toEqual([[`/api/blobs/${hash}`, { authorization: 'Seat l1.device-key' }]]);
  here = true;
  await page.act(() => page.button(common.pictureMissing.zh).click());
  expect(page.all('img')[0]?.getAttribute('alt')).toBe('题目的图');
  expect(asked).toHaveLength(2);
});

test('[BR13] a tablet that follows its board takes the picture from there, and does not wait for a server that is cut off', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const hash = '1d'.repeat(32);
  const picture = <BlobPicture hash={hash} alt="题目的图" />;
  const before = await render(picture, { common });
  expect(before.all('img')).toEqual([]);
  const ways: string[] = [];
  const board = async (asked: string) => {
    ways.push(asked);
    return new Blob(['x']);
  };
  const page = await render(<BoardWay.Provider value={board}>{picture}</BoardWay.Provider>, { common });
  expect(page.all('img')[0]?.getAttribute('alt')).toBe('题目的图');
  expect(ways).toEqual([hash]);
});
