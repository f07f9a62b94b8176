import sharp from 'sharp';

/** What the decoders may open; the others of the library are shut, so that no SVG, PDF or TIFF is ever parsed. */
const DECODERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'];
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: DECODERS });
/** Nothing is converted twice: a cache would only hold children's photos in memory. */
sharp.cache(false);

/** A phone's camera has 12 to 48 million pixels; more are a bomb, or were never made smaller. */
export const MAX_PIXELS = 50_000_000;
/** A picture that breaks off is none; the pixels are counted before they are read. */
export const PICTURE_INPUT = { limitInputPixels: false, failOn: 'error', sequentialRead: true } as const;

/** The picture library for files that strangers sent. */
export const safeSharp = sharp;
