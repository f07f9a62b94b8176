/** The browser's cache that holds the pack, and where a picture lies in it. */
export const SHELF = 'tongke-pack';
export const pathOf = (hash: string) => `/api/blobs/${hash}`;

/** A picture of the pack that this browser holds, or null. Never rejects; makes no cache where there is none. */
export async function pictureOnShelf(hash: string): Promise<Blob | null> {
  if (typeof caches === 'undefined') return null;
  try {
    const kept = await caches.match(pathOf(hash), { cacheName: SHELF });
    return kept ? await kept.blob() : null;
  } catch {
    return null;
  }
}
