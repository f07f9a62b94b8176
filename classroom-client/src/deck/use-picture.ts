import { useContext, useEffect, useRef, useState } from 'react';
import { pauseAfter, wait } from '../api/try-again.ts';
import { BlobProof } from '../photo/blob-proof.ts';
import { serverWay } from '../photo/blob-way.ts';
import { fetchBlob } from '../photo/fetch-blob.ts';

interface Picture {
  readonly hash: string;
  readonly url: string;
}

/**
 * [PG7] The picture of this hash as soon as it is here; what was shown before stays until then. Afterwards the others are fetched ahead, one
 * after the other, and decoded, so that one of them is painted at once when its turn comes. What does not come is asked for again.
 */
export function usePicture(hash: string | null, ahead: readonly string[] = []): Picture | null {
  const proof = useContext(BlobProof);
  const [shown, setShown] = useState<Picture | null>(null);
  const later = ahead.join();
  /** A browser keeps what it decoded for as long as somebody holds the image. */
  const held = useRef<readonly HTMLImageElement[]>([]);
  useEffect(() => {
    if (hash === null) return setShown(null);
    const stop = new AbortController();
    const { signal } = stop;
    const way = serverWay(proof);
    const look = async () => {
      for (let tries = 0; !signal.aborted; tries += 1) {
        const url = await fetchBlob(hash, way);
        if (signal.aborted) return;
        if (url !== null) {
          setShown({ hash, url });
          break;
        }
        await wait(pauseAfter(tries), signal);
      }
      const images: HTMLImageElement[] = [];
      for (const next of later.split(',').filter(Boolean)) {
        const url = signal.aborted ? null : await fetchBlob(next, way);
        if (url !== null) images.push(decoded(url));
      }
      if (!signal.aborted) held.current = images;
    };
    void look();
    return () => stop.abort();
  }, [hash, later, proof]);
  return hash === null ? null : shown;
}

function decoded(url: string): HTMLImageElement {
  const image = new Image();
  image.src = url;
  image.decode().catch(() => {});
  return image;
}
