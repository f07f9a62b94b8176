import type { Still } from '@tongke/shared-types';
import { STILL_EVERY_MS, type StillCamera } from './still.ts';

/** A still is taken so long before the beat that carries it, in ms. */
const EARLY_MS = 400;

/** A track that was opened a moment ago shows nothing yet, ms. */
const OPENING_MS = 1_000;

export interface StillRiderOptions {
  readonly camera: StillCamera;
  /** What is filmed with now. */
  readonly track: () => MediaStreamTrack | null;
  /** False while its video is shown, or the link carries no still. */
  readonly wants: () => boolean;
}

/** A board's stills, each taken just before the beat that it rides on. */
export interface StillRider {
  /** The still that leaves with this beat, or null. */
  readonly ride: () => Still | null;
  /** The track is another one. */
  readonly changed: () => void;
  readonly stop: () => void;
}

export function createStillRider({ camera, track, wants }: StillRiderOptions): StillRider {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let taken: { readonly jpeg: Uint8Array<ArrayBuffer>; readonly of: MediaStreamTrack } | null = null;
  const takeIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void take(), ms);
  };
  const take = async () => {
    takeIn(STILL_EVERY_MS);
    const of = track();
    if (!of) return camera.stop();
    const jpeg = wants() ? await camera.take(of) : null;
    taken = jpeg && { jpeg, of };
  };
  takeIn(STILL_EVERY_MS);
  return {
    ride: () => {
      const still = taken;
      taken = null;
      // Covered meanwhile: that picture must not leave the room.
      if (!still || track() !== still.of) return null;
      takeIn(STILL_EVERY_MS - EARLY_MS);
      return { type: 'still', jpeg: still.jpeg };
    },
    changed: () => takeIn(OPENING_MS),
    stop: () => {
      clearTimeout(timer);
      camera.stop();
    },
  };
}
