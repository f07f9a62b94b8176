import { type InkPen, type InkPoint, NO_PRESSURE, PRESSURE } from '@tongke/shared-types';
import { getStroke } from 'perfect-freehand';

/** [IK1] The outline of a stroke by hand as an SVG path: smoothed, broader where it was pressed or slow. A highlighter keeps its width. */
export function strokeOutline({ tool, width }: InkPen, points: readonly InkPoint[]): string {
  const feels = points.some(([, , pressure]) => pressure !== NO_PRESSURE);
  const outline = getStroke(
    points.map(([x, y, pressure]) => [x, y, pressure / PRESSURE]),
    {
      size: width,
      thinning: tool === 'highlighter' ? 0 : 0.55,
      smoothing: 0.5,
      streamline: 0.35,
      simulatePressure: !feels,
      last: true,
    },
  );
  return closedCurve(outline);
}

/** A curve through the middles between the points of an outline. */
function closedCurve(points: readonly (readonly number[])[]): string {
  const [first] = points;
  if (!first) return '';
  const parts = points.map((point, at) => {
    const next = points[(at + 1) % points.length] ?? first;
    const [x = 0, y = 0, toX = 0, toY = 0] = [point[0], point[1], next[0], next[1]];
    return `${Math.round(x)} ${Math.round(y)} ${Math.round((x + toX) / 2)} ${Math.round((y + toY) / 2)}`;
  });
  return `M${Math.round(first[0] ?? 0)} ${Math.round(first[1] ?? 0)}Q${parts.join(' ')}Z`;
}
