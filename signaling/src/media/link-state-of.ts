import type { LinkState, PeerQuality } from '@tongke/shared-types';

/** Above this share of lost packets a picture is being saved on; boards judge what they receive by the same. */
const LOSS = 0.05;
/** Below this score the worker counts so many losses that were not repaired that it shows. */
const POOR = 5;

/** [MD5] What the SFU measured of a peer, in the words that stand on its tile. */
export function linkStateOf({ up, down }: Omit<PeerQuality, 'peerId'>): LinkState {
  if (up?.picture === 0 && up.bitrate > 0) return 'audio-only';
  const poor = (up?.loss ?? 0) > LOSS || (down?.loss ?? 0) > LOSS || (down?.score ?? POOR) < POOR;
  return poor ? 'saving' : 'good';
}
