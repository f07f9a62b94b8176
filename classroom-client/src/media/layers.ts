import type { RtpParameters } from '@tongke/shared-types';

/** Width of the top layer by the number of layers that a camera sends: see `encodings.ts`. */
const TOP_WIDTH: Readonly<Record<number, number>> = { 2: 640, 3: 1280 };

/** How many spatial layers a received camera has; 1 when it says nothing. */
export function layersOf({ encodings }: RtpParameters): number {
  const mode = encodings?.[0]?.scalabilityMode ?? '';
  return Number(/^[LS](\d)/.exec(mode)?.[1] ?? 1);
}

/** The smallest layer that still looks sharp at this width (device pixels): up to a third may be stretched. */
export function layerFor(width: number, layers: number): number {
  const top = TOP_WIDTH[layers];
  if (top === undefined) return 0;
  for (let layer = 0; layer < layers - 1; layer += 1) {
    if ((top / 2 ** (layers - 1 - layer)) * 1.34 >= width) return layer;
  }
  return layers - 1;
}
