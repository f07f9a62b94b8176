/** The two sizes of a page: longest side in pixels and WebP quality. */
export const PAGE_SIZES = [
  { name: 'large', longest: 1600, quality: 82 },
  { name: 'small', longest: 480, quality: 70 },
] as const;
