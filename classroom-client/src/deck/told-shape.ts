import type { SyntheticEvent } from 'react';

/** For a picture's `onLoad`: tells how tall the picture of this hash is for its width. */
export function toldShape(hash: string, onShape: ((hash: string, ratio: number) => void) | undefined) {
  return ({ currentTarget: { naturalWidth, naturalHeight } }: SyntheticEvent<HTMLImageElement>) => {
    if (naturalWidth > 0) onShape?.(hash, naturalHeight / naturalWidth);
  };
}
