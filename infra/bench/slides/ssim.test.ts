import { expect, test } from 'vitest';
import { type Luma, ssim } from './ssim.ts';

const [WIDTH, HEIGHT] = [64, 48];
const picture = (of: (x: number, y: number) => number): Luma => ({
  width: WIDTH,
  height: HEIGHT,
  pixels: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => of(at % WIDTH, Math.floor(at / WIDTH))),
});
const flat = (value: number) => picture(() => value);
const stripes = picture((x) => (x % 4 < 2 ? 0 : 255));

test('a picture is like itself, and the two orders say the same', () => {
  const other = picture((x, y) => (x * 7 + y * 13) % 256);
  expect(ssim(stripes, stripes)).toBe(1);
  expect(ssim(stripes, other)).toBeCloseTo(ssim(other, stripes), 12);
});

test('flat pictures differ by their brightness alone, as the formula says', () => {
  const c1 = (0.01 * 255) ** 2;
  expect(ssim(flat(100), flat(150))).toBeCloseTo((2 * 100 * 150 + c1) / (100 ** 2 + 150 ** 2 + c1), 12);
});

test('the opposite is as unlike as can be, and a blurred one stands between', () => {
  const opposite = picture((x) => (x % 4 < 2 ? 255 : 0));
  const blurred = picture((x) => (x % 4 < 2 ? 80 : 175));
  expect(ssim(stripes, opposite)).toBeLessThan(-0.9);
  expect(ssim(stripes, blurred)).toBeGreaterThan(0.3);
  expect(ssim(stripes, blurred)).toBeLessThan(0.9);
});

test('other sizes are an error', () => {
  expect(() => ssim(stripes, { ...stripes, width: 32, height: 96 })).toThrow('sizes');
});
