/** One simulcast layer as `produce` takes it; bit/s and frames/s. */
export interface Encoding {
  readonly rid?: string;
  readonly scaleResolutionDownBy?: number;
  readonly maxBitrate: number;
  readonly maxFramerate: number;
}

const FRAMES = 20;
const BITRATES = [150_000, 500_000, 1_400_000] as const;

/** The layers of a camera that really delivers this width: browsers send fewer for a small picture, from the top. */
export function encodingsFor(width: number, most: 2 | 3): readonly Encoding[] {
  const fits = width >= 960 ? 3 : width >= 480 ? 2 : 1;
  const layers = Math.min(fits, most);
  if (layers === 1) return [{ maxBitrate: BITRATES[1], maxFramerate: FRAMES }];
  return Array.from({ length: layers }, (_, layer) => ({
    rid: `r${layer}`,
    scaleResolutionDownBy: 2 ** (layers - 1 - layer),
    maxBitrate: BITRATES[layer] ?? BITRATES[0],
    maxFramerate: FRAMES,
  }));
}
