import { type InkPoint, type InkStroke, unpackPoints } from '@tongke/shared-types';

const KNOWN = new WeakMap<InkStroke, readonly InkPoint[]>();

/** The points of a stroke that a page holds, unpacked once. */
export function pointsOfStroke(stroke: InkStroke): readonly InkPoint[] {
  const known = KNOWN.get(stroke);
  if (known) return known;
  const points = unpackPoints(stroke.points) ?? [];
  KNOWN.set(stroke, points);
  return points;
}
