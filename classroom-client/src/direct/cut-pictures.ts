import { BLOB_BYTES, type DirectUp, PIECE_BYTES, type PicturePiece } from '@tongke/shared-types';

type Asked = Pick<Extract<DirectUp, { type: 'picture' }>, 'hash' | 'from'>;

/** [BR13] Pieces of pictures for tablets: of the one that the tablet is shown, `shown`, and of no other. A class asks for the same: it is read once. */
export function cutPictures(
  pictureOf: (hash: string) => Promise<Blob | null>,
): (asked: Asked, shown: string | null) => Promise<PicturePiece> {
  let latest: { readonly hash: string; readonly bytes: Promise<Uint8Array | null> } | null = null;
  const read = (hash: string): Promise<Uint8Array | null> => {
    if (latest?.hash === hash) return latest.bytes;
    const reading = { hash, bytes: bytesOf(pictureOf(hash)) };
    latest = reading;
    void reading.bytes.then((bytes) => {
      // It may still come into the pack.
      if (!bytes && latest === reading) latest = null;
    });
    return reading.bytes;
  };
  return async ({ hash, from }, shown) => {
    const picture = hash === shown ? await read(hash) : null;
    const piece = picture?.subarray(from, from + PIECE_BYTES) ?? new Uint8Array();
    return { type: 'piece', hash, from, bytes: picture?.length ?? 0, data: base64Of(piece) };
  };
}

async function bytesOf(picture: Promise<Blob | null>): Promise<Uint8Array | null> {
  try {
    const blob = await picture;
    return blob && blob.size <= BLOB_BYTES ? new Uint8Array(await blob.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

function base64Of(bytes: Uint8Array): string {
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}
