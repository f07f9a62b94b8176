import type { RelayedSignal } from '@tongke/shared-types';
import type { MediaStore } from './media-store.ts';

/** Keeps the latest still of each classroom and of the lead teacher; older pictures are let go at once. */
export function keepStills(store: MediaStore): (relayed: RelayedSignal) => void {
  return ({ peerId, signal }) => {
    if (peerId === null || signal.type !== 'still') return;
    const { stills } = store.getState();
    const old = stills[peerId];
    const url = URL.createObjectURL(new Blob([new Uint8Array(signal.jpeg)], { type: 'image/jpeg' }));
    store.setState({ stills: { ...stills, [peerId]: url } });
    if (old) URL.revokeObjectURL(old);
  };
}
