import { type BlobItem, type HttpReply, PHOTO_BYTES, type Refusal } from '@tongke/shared-types';
import { mayPass, pauseAfter, wait } from '../api/try-again.ts';
import { downscale as toSmall } from './downscale.ts';
import { postFile } from './post-file.ts';

type Sent = { readonly ok: true; readonly hash: string } | { readonly ok: false; readonly reason: Refusal | 'stopped' };

export interface SendPhoto {
  /** Where it goes: the route, with for what or whom. */
  readonly path: string;
  /** Who sends it: `Seat LESSON.DEVICEKEY`; a tablet that is handed round adds for whom in `x-seats`. */
  readonly proof: Readonly<Record<string, string>>;
  /** From 0 to 1; back at 0 with each new try. */
  readonly onProgress: (share: number) => void;
  /** Stops it: another photo was taken, or the question is over. */
  readonly signal: AbortSignal;
}

interface Ways {
  readonly downscale: (photo: Blob) => Promise<Blob | null>;
  readonly post: typeof postFile<BlobItem>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const WAYS: Ways = { downscale: toSmall, post: postFile, wait };

/**
 * [BL4] Makes a photo small and sends it until the server has it on its disk; its hash then is the answer. A weak link is tried again
 * and again, a refusal that would come again is told.
 */
export async function sendPhoto(photo: Blob, to: SendPhoto, ways: Ways = WAYS): Promise<Sent> {
  const { path, proof, onProgress, signal } = to;
  const small = (await ways.downscale(photo)) ?? photo;
  if (small.size > PHOTO_BYTES) return { ok: false, reason: 'blob/too-large' };
  for (let tries = 0; !signal.aborted; tries += 1) {
    onProgress(0);
    const answer: HttpReply<BlobItem> | null = await ways.post(path, small, proof, onProgress, signal);
    if (answer?.ok) return { ok: true, hash: answer.hash };
    if (answer && !mayPass(answer.reason)) return answer;
    await ways.wait(pauseAfter(tries), signal);
  }
  return { ok: false, reason: 'stopped' };
}
