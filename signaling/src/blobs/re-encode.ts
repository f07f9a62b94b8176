import { BLOB_BYTES, type Refused, refuse } from '@tongke/shared-types';
import { MAX_PIXELS, PICTURE_INPUT, safeSharp } from './safe-sharp.ts';

const SECONDS = 20;
/** Longest side in pixels and JPEG quality, tried in this order until the result is small enough. */
const TRIES = [
  [1600, 82],
  [1600, 68],
  [1600, 52],
  [1280, 50],
  [1024, 45],
  [800, 40],
  [560, 35],
] as const;

/**
 * [BL1] [BL2] Makes a picture out of what somebody sent: JPEG, at most 1600 px on its longer side and 200,000 bytes, upright, on
 * white where it was transparent, and without anything else that the file held (place, camera, thumbnail). Refuses what is no
 * JPEG, PNG or WebP (`blob/no-image`) and what has more than 50 million pixels (`blob/too-many-pixels`).
 */
export async function reEncode(bytes: Uint8Array): Promise<Buffer | Refused> {
  const [longest] = TRIES[0];
  try {
    const { width, height } = await safeSharp(bytes, PICTURE_INPUT).metadata();
    if (width * height > MAX_PIXELS) return refuse('blob/too-many-pixels');
    const { data, info } = await safeSharp(bytes, PICTURE_INPUT)
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    for (const [side, quality] of TRIES) {
      const jpeg = await safeSharp(data, { raw })
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality })
        .toBuffer();
      if (jpeg.length <= BLOB_BYTES) return jpeg;
    }
    return refuse('blob/no-image');
  } catch {
    // The library says what is wrong in its own words; for the sender it is no picture.
    return refuse('blob/no-image');
  }
}
