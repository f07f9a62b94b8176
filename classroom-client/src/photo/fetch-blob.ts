import { BLOB_HASH } from '@tongke/shared-types';
import { pictureOnShelf } from '../pack/picture-on-shelf.ts';
import type { BlobWay } from './blob-way.ts';

/** So many pictures are kept on a page; a lesson's boards show up to thirty photos at a time. */
const KEPT = 60;
const kept = new Map<string, Kept>();

interface Kept {
  readonly way: BlobWay;
  readonly url: Promise<string | null>;
  came: boolean;
}

/**
 * The address of a picture on this page; the same one is fetched once, but does not wait for another way, which a cut may have closed.
 * Null when it may not be seen or did not come.
 */
export function fetchBlob(hash: string, way: BlobWay): Promise<string | null> {
  const known = kept.get(hash);
  if (known && (known.came || known.way === way)) return known.url;
  const fetching: Kept = { way, url: load(hash, way), came: false };
  kept.set(hash, fetching);
  void fetching.url.then((url) => {
    fetching.came = url !== null;
    if (url === null && kept.get(hash) === fetching) kept.delete(hash);
  });
  for (const [oldest, { url }] of kept) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
    void url.then((address) => address && URL.revokeObjectURL(address));
  }
  return fetching.url;
}

async function load(hash: string, way: BlobWay): Promise<string | null> {
  if (!BLOB_HASH.test(hash)) return null;
  try {
    const picture = (await pictureOnShelf(hash)) ?? (await way(hash));
    return picture && URL.createObjectURL(picture);
  } catch {
    return null;
  }
}
