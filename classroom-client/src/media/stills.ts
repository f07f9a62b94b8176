import type { RelayedSignal } from '@tongke/shared-types';
import type { MediaStore } from './media-store.ts';

/** Keeps the latest still and link state of each classroom; older pictures are let go at once. */
export function keepStills(store: MediaStore): (relayed: RelayedSignal) => void {
  return ({ classroomId, signal }) => {
    const { stills, links } = store.getState();
    if (signal.type === 'link') {
      store.setState({ links: { ...links, [classroomId]: signal.state } });
      return;
    }
    const old = stills[classroomId];
    const url = URL.createObjectURL(new Blob([new Uint8Array(signal.jpeg)], { type: 'image/jpeg' }));
    store.setState({ stills: { ...stills, [classroomId]: url } });
    if (old) URL.revokeObjectURL(old);
  };
}
