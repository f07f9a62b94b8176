import { CAMERA_FRAMES, LAYER_BITRATES, SCREEN_BITRATES, SCREEN_FRAMES, type ScreenStyle } from '@tongke/shared-types';

/** One simulcast layer as `produce` takes it; bit/s and frames/s. */
export interface Encoding {
  readonly rid?: string;
  readonly scaleResolutionDownBy?: number;
  readonly maxBitrate: number;
  readonly maxFramerate: number;
}

/** The layers of a camera that really delivers this width: browsers send fewer for a small picture, from the top. */
export function encodingsFor(width: number, most: 2 | 3): readonly Encoding[] {
  const fits = width >= 960 ? 3 : width >= 480 ? 2 : 1;
  const layers = Math.min(fits, most);
  if (layers === 1) return [{ maxBitrate: LAYER_BITRATES[1], maxFramerate: CAMERA_FRAMES }];
  return Array.from({ length: layers }, (_, layer) => ({
    rid: `r${layer}`,
    scaleResolutionDownBy: 2 ** (layers - 1 - layer),
    maxBitrate: LAYER_BITRATES[layer] ?? LAYER_BITRATES[0],
    maxFramerate: CAMERA_FRAMES,
  }));
}

/** The layers of a shared screen of this width: as it is, and half its size where that can still be read. */
export function screenEncodings(width: number, style: ScreenStyle): readonly Encoding[] {
  const maxFramerate = SCREEN_FRAMES[style];
  const [low, full] = SCREEN_BITRATES;
  if (width < 960) return [{ maxBitrate: full, maxFramerate }];
  return [
    { rid: 'r0', scaleResolutionDownBy: 2, maxBitrate: low, maxFramerate },
    { rid: 'r1', scaleResolutionDownBy: 1, maxBitrate: full, maxFramerate },
  ];
}
