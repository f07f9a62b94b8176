import { PAGE_WIDTH, type Region, SMALLEST_REGION } from '@tongke/shared-types';

/** How much nearer a tap looks. */
const NEARER = 2;

/** [IK10] The part of the page that a tap brings nearer: half as wide as before, around the place, within the page. */
export function tappedRegion([x, y]: readonly [number, number], zoom: Region | null, height: number): Region {
  const size = Math.max(SMALLEST_REGION, Math.round((zoom?.size ?? PAGE_WIDTH) / NEARER));
  return within(x - size / 2, y - (size * height) / PAGE_WIDTH / 2, size, height);
}

/** [IK10] The part of the page that is seen after a drag from one place to another: what was under the hand stays there. */
export function draggedRegion(
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  { x, y, size }: Region,
  height: number,
): Region {
  return within(x + fromX - toX, y + fromY - toY, size, height);
}

/** A part of this size that lies within the page, as near to there as it can. */
function within(left: number, top: number, size: number, height: number): Region {
  const tall = (size * height) / PAGE_WIDTH;
  const bounded = (at: number, most: number) => Math.round(Math.max(0, Math.min(most, at)));
  return { x: bounded(left, PAGE_WIDTH - size), y: bounded(top, height - tall), size };
}
