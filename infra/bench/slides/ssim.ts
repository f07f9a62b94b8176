/** Side of a window and distance between windows, in pixels. */
const WINDOW = 8;
const STEP = 4;
/** What keeps the quotient stable, for brightness from 0 to 255. */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

export interface Luma {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 to 255. */
  readonly pixels: Uint8Array;
}

/**
 * Structural similarity of two pictures of the same size, 1 where they are the same: the mean over square windows of 8 pixels (Wang, Bovik,
 * Sheikh, Simoncelli, "Image quality assessment: from error visibility to structural similarity", 2004, equation 13). Throws on other sizes.
 */
export function ssim(one: Luma, other: Luma): number {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) throw new Error('the pictures have other sizes');
  let [sum, windows] = [0, 0];
  for (let top = 0; top + WINDOW <= height; top += STEP) {
    for (let left = 0; left + WINDOW <= width; left += STEP) {
      sum += ofWindow(one, other, top * width + left);
      windows += 1;
    }
  }
  if (windows === 0) throw new Error('the pictures are smaller than a window');
  return sum / windows;
}

function ofWindow({ width, pixels: a }: Luma, { pixels: b }: Luma, from: number): number {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row += 1) {
    for (let at = from + row * width, end = at + WINDOW; at < end; at += 1) {
      const [x, y] = [a[at] ?? 0, b[at] ?? 0];
      sumA += x;
      sumB += y;
      squareA += x * x;
      squareB += y * y;
      product += x * y;
    }
  }
  const count = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / count, sumB / count];
  const variances = (squareA + squareB) / count - meanA ** 2 - meanB ** 2;
  const covariance = product / count - meanA * meanB;
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (variances + C2));
}
