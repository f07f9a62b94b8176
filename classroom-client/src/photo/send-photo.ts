import { type BlobItem, type HttpReply, PHOTO_BYTES, type Refusal } from '@tongke/shared-types';
import { downscale as toSmall } from './downscale.ts';
import { postFile } from './post-file.ts';

/** How long is waited before each further try, in ms; the last one again and again. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** The server has no room just now, or the tries came too quickly: asking again helps. */
const PASSING: readonly Refusal[] = ['busy-try-again', 'too-many-requests', 'storage-unavailable', 'internal'];

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
    if (answer && !PASSING.includes(answer.reason)) return answer;
    await ways.wait(WAITS[Math.min(tries, WAITS.length - 1)] ?? 15_000, signal);
  }
  return { ok: false, reason: 'stopped' };
}

/** Ends early when the sending is stopped. A little chance keeps forty tablets from coming back at the same instant. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms * (0.8 + 0.4 * Math.random()));
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
