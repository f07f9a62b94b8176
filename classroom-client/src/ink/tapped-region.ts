import { PAGE_WIDTH, type Region, SMALLEST_REGION } from '@tongke/shared-types';

/** How much nearer a tap looks. */
const NEARER = 2;

/** [IK10] The part of the page that a tap brings nearer: half as wide as before, around the place, within the page. */
export function tappedRegion([x, y]: readonly [number, number], zoom: Region | null, height: number): Region {
  const size = Math.max(SMALLEST_REGION, Math.round((zoom?.size ?? PAGE_WIDTH) / NEARER));
  const tall = (size * height) / PAGE_WIDTH;
  const within = (middle: number, length: number, whole: number) =>
    Math.round(Math.min(whole - length, Math.max(0, middle - length / 2)));
  return { x: within(x, size, PAGE_WIDTH), y: Math.max(0, within(y, tall, height)), size };
}
