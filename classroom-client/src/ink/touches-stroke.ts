import type { InkStroke } from '@tongke/shared-types';
import { pointsOfStroke } from './points-of-stroke.ts';

/** How far beside a stroke an eraser still takes it, in page units. */
const REACH = 120;

type Place = readonly [x: number, y: number];

/** [IK4] True where an eraser at this place takes the stroke. */
export function touchesStroke(stroke: InkStroke, at: Place): boolean {
  const points = pointsOfStroke(stroke).map(([x, y]): Place => [x, y]);
  const reach = REACH + stroke.width / 2;
  return outlineOf(stroke, points).some((from, index, all) => distance(at, from, all[index + 1] ?? from) <= reach);
}

/** The places between which its lines run. */
function outlineOf({ tool, width, text }: InkStroke, points: readonly Place[]): readonly Place[] {
  const [x, y] = points[0] ?? [0, 0];
  const [toX, toY] = points[points.length - 1] ?? [x, y];
  if (tool === 'text')
    return [
      [x, y],
      [x + width * (text?.length ?? 0), y],
    ];
  if (tool === 'rectangle')
    return [
      [x, y],
      [toX, y],
      [toX, toY],
      [x, toY],
      [x, y],
    ];
  if (tool !== 'ellipse') return points;
  return Array.from({ length: 25 }, (_, step): Place => {
    const turn = (step / 12) * Math.PI;
    return [(x + toX) / 2 + (Math.cos(turn) * (toX - x)) / 2, (y + toY) / 2 + (Math.sin(turn) * (toY - y)) / 2];
  });
}

/** From a place to a line between two others. */
function distance([x, y]: Place, [fromX, fromY]: Place, [toX, toY]: Place): number {
  const [across, down] = [toX - fromX, toY - fromY];
  const length = across * across + down * down;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * across + (y - fromY) * down) / length));
  return Math.hypot(x - fromX - share * across, y - fromY - share * down);
}
