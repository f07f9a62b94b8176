import { createContext } from 'react';

/** Where the bytes of a picture come from; null when it may not be seen or did not come. */
export type BlobWay = (hash: string) => Promise<Blob | null>;

/** [BR13] The way of a tablet that follows its board; null where the server is asked. */
export const BoardWay = createContext<BlobWay | null>(null);

const toServer = new WeakMap<object, BlobWay>();

/** The server, asked by a page that proves with these headers who it is; the same proof has the same way. */
export function serverWay(proof: Readonly<Record<string, string>>): BlobWay {
  const known = toServer.get(proof);
  if (known) return known;
  const way: BlobWay = async (hash) => {
    const answer = await fetch(`/api/blobs/${hash}`, { credentials: 'same-origin', headers: { ...proof } });
    return answer.ok ? answer.blob() : null;
  };
  toServer.set(proof, way);
  return way;
}
