import { BLOB_HASH } from '@tongke/shared-types';
import { pictureOnShelf } from '../pack/picture-on-shelf.ts';

/** So many pictures are kept on a page; a lesson's boards show up to thirty photos at a time. */
const KEPT = 60;
const kept = new Map<string, Promise<string | null>>();

/** The address of a picture on this page; the same one is fetched once. Null when it may not be seen or did not come. */
export function fetchBlob(hash: string, proof: Readonly<Record<string, string>>): Promise<string | null> {
  const known = kept.get(hash);
  if (known) return known;
  const fetching = load(hash, proof);
  kept.set(hash, fetching);
  void fetching.then((url) => {
    if (url === null) kept.delete(hash);
  });
  for (const [oldest, url] of kept) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
    void url.then((address) => address && URL.revokeObjectURL(address));
  }
  return fetching;
}

async function load(hash: string, proof: Readonly<Record<string, string>>): Promise<string | null> {
  if (!BLOB_HASH.test(hash)) return null;
  try {
    const packed = await pictureOnShelf(hash);
    if (packed) return URL.createObjectURL(packed);
    const answer = await fetch(`/api/blobs/${hash}`, { credentials: 'same-origin', headers: { ...proof } });
    return answer.ok ? URL.createObjectURL(await answer.blob()) : null;
  } catch {
    return null;
  }
}
