import { useStore } from 'zustand';
import type { MediaState, MediaStore } from './media-store.ts';

/** A part of the state of picture and sound; the component renders again when that part changes. */
export function useMedia<T>(store: MediaStore, select: (media: MediaState) => T): T {
  return useStore(store, select);
}
