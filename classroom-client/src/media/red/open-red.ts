import { RED_OPUS } from './red-names.ts';
import type { RedOptions } from './red-worker.ts';

/** How many packets back the copies are: as far apart as the time for which a voice is held back, for losses come in a row. */
const COPIES = [5, 3, 1] as const;

/** What makes redundant audio of one sender's Opus. */
export interface Red {
  pack(sender: RTCRtpSender): void;
  close(): void;
}

/** Null in a browser that lets nobody at its encoded voice: its protected form goes without copies. */
export function openRed(): Red | null {
  if (!('RTCRtpScriptTransform' in window)) return null;
  const worker = new Worker(new URL('./red-worker.ts', import.meta.url), { type: 'module' });
  const options: RedOptions = { opus: RED_OPUS, copies: COPIES };
  return {
    pack: (sender) => {
      sender.transform = new RTCRtpScriptTransform(worker, options);
    },
    close: () => worker.terminate(),
  };
}
