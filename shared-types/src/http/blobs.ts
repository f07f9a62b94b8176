/** The most bytes of a question's picture and of a pupil's photo, as they are sent; both are made smaller on the server. */
export const PICTURE_BYTES = 5_000_000;
export const PHOTO_BYTES = 6_000_000;
/** [BL2] The most bytes of one that is kept. */
export const BLOB_BYTES = 200_000;

/** The name of a stored picture or photo: the sha-256 of what is kept, in hex. */
export const BLOB_HASH = /^[0-9a-f]{64}$/;

export interface BlobItem {
  readonly hash: string;
}

/** An answer that is a file and no JSON. */
export interface FileReply {
  readonly file: Uint8Array;
  /** Content type. */
  readonly type: string;
  /** Given: the browser saves it under this name. */
  readonly name?: string;
  /** How long, in seconds, a browser may keep it for its own user; otherwise not at all. */
  readonly keep?: number;
}
