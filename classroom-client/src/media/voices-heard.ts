import type { RelayedSignal } from '@tongke/shared-types';
import type { MediaStore } from './media-store.ts';

/** Who speaks is said again every 2 s at least: after so long without a word of it nobody does, ms. */
const OLD_MS = 5_000;

/** [AU2] Keeps who speaks now, and how loud; forgets it where nothing more comes. */
export function keepVoices(store: MediaStore): (relayed: RelayedSignal) => void {
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  return ({ peerId, signal }) => {
    if (peerId !== null) return;
    const { speaks, levels } = signal;
    store.setState({ speaks, levels: Object.fromEntries(levels.map((level) => [level.peerId, level.volume])) });
    clearTimeout(forgetting);
    forgetting = setTimeout(() => store.setState({ speaks: [], levels: {} }), OLD_MS);
  };
}
