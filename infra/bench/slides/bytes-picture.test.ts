import { expect, test } from 'vitest';
import { bytesPicture } from './bytes-picture.ts';

const FIGURES = { slides: 90_000, packBytes: 2_000_000, screen: 10_000_000, ssim: 0.9712, minutes: 20, pages: 30 };
const widths = (svg: string) => [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));

test('the bars stand to each other as the bytes do, and every figure stands in words', () => {
  const svg = bytesPicture(FIGURES);
  const [lesson = 0, withPack = 0, screen = 0] = widths(svg);
  expect(withPack / screen).toBeCloseTo(0.209, 3);
  expect(lesson / screen).toBeCloseTo(0.009, 3);
  for (const words of ['90 kB', '2.1 MB', '10.0 MB', 'SSIM 0.971', '20 minutes', '30 pages'])
    expect(svg).toContain(words);
});

test('what is next to nothing can still be seen', () => {
  expect(widths(bytesPicture({ ...FIGURES, slides: 1 }))[0]).toBe(2);
});
