import { deviceProof } from '../photo/blob-proof.ts';

/** Fetches a picture behind everything else that the page wants; null when it did not come. */
export function fetchLast(token: string): (hash: string, signal: AbortSignal) => Promise<Blob | null> {
  return async (hash, signal) => {
    try {
      const how = { headers: deviceProof(token), priority: 'low', signal } as const;
      const answer = await fetch(`/api/blobs/${hash}`, how);
      return answer.ok ? await answer.blob() : null;
    } catch {
      return null;
    }
  };
}
