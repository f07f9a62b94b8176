import { BLOB_BYTES, type DirectUp, type PicturePiece } from '@tongke/shared-types';
import type { BlobWay } from '../photo/blob-way.ts';

/** A piece that did not come is asked for again after this, ms; after so many times without one the picture does not come. */
const AGAIN_MS = 3_000;
const TRIES = 4;

/** How a tablet comes by pictures of its board. */
export interface AskedPictures {
  /** Null when the board has none, or it did not come. */
  readonly ask: BlobWay;
  readonly take: (piece: PicturePiece) => void;
  /** The way is gone: what was asked for does not come. */
  readonly leave: () => void;
}

/** [BR13] Asks the board for a picture, piece after piece. */
export function askPictures(send: (message: DirectUp) => void): AskedPictures {
  const waiting = new Map<string, (piece: PicturePiece | null) => void>();
  let ways = 0;

  const pieceFrom = (hash: string, from: number) =>
    new Promise<PicturePiece | null>((resolve) => {
      const key = `${hash} ${from}`;
      const over = (piece: PicturePiece | null) => {
        clearTimeout(timer);
        waiting.delete(key);
        resolve(piece);
      };
      const timer = setTimeout(over, AGAIN_MS, null);
      waiting.set(key, over);
      send({ type: 'picture', hash, from });
    });

  const ask: BlobWay = async (hash) => {
    const way = ways;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let have = 0;
    for (let tries = 0; tries < TRIES && way === ways; tries += 1) {
      const piece = await pieceFrom(hash, have);
      if (!piece) continue;
      const bytes = bytesOf(piece.data);
      if (bytes.length === 0 || piece.bytes > BLOB_BYTES || have + bytes.length > piece.bytes) return null;
      pieces.push(bytes);
      have += bytes.length;
      // [BL2] All that is kept is JPEG.
      if (have === piece.bytes) return new Blob(pieces, { type: 'image/jpeg' });
      tries = -1;
    }
    return null;
  };

  return {
    ask,
    take: (piece) => waiting.get(`${piece.hash} ${piece.from}`)?.(piece),
    leave: () => {
      ways += 1;
      for (const over of [...waiting.values()]) over(null);
    },
  };
}

function bytesOf(data: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
