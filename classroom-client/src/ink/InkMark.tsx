import type { InkPen, InkPoint } from '@tongke/shared-types';
import { memo } from 'react';
import { INK_COLOURS } from './ink-palette.ts';
import { strokeOutline } from './stroke-outline.ts';

interface Props {
  readonly pen: InkPen;
  readonly points: readonly InkPoint[];
  readonly text: string | null;
}

/** One stroke, shape or text in page units. */
export const InkMark = memo(function InkMark({ pen, points, text }: Props) {
  const { tool, width } = pen;
  const colour = INK_COLOURS[pen.colour] ?? INK_COLOURS[0];
  const [x, y] = points[0] ?? [0, 0];
  const [toX, toY] = points[points.length - 1] ?? [x, y];
  const line = {
    fill: 'none',
    stroke: colour,
    strokeWidth: width,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  switch (tool) {
    case 'pen':
      return <path d={strokeOutline(pen, points)} fill={colour} />;
    case 'highlighter':
      return <path d={strokeOutline(pen, points)} fill={colour} opacity={0.4} />;
    case 'line':
      return <path d={`M${x} ${y}L${toX} ${toY}`} {...line} />;
    case 'arrow':
      return <path d={`M${x} ${y}L${toX} ${toY}${arrowHead([x, y], [toX, toY], width * 7)}`} {...line} />;
    case 'rectangle':
      return <path d={`M${x} ${y}H${toX}V${toY}H${x}Z`} {...line} />;
    case 'ellipse':
      return (
        <ellipse
          cx={(x + toX) / 2}
          cy={(y + toY) / 2}
          rx={Math.abs(toX - x) / 2}
          ry={Math.abs(toY - y) / 2}
          {...line}
        />
      );
    case 'text':
      return (
        <text x={x} y={y} fontSize={width} fill={colour} dominantBaseline="middle">
          {text}
        </text>
      );
  }
});

/** Both wings of an arrow, so long, in page units. */
function arrowHead(from: readonly [number, number], to: readonly [number, number], length: number): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (turn: number) =>
    `M${to[0]} ${to[1]}L${Math.round(to[0] - length * Math.cos(angle + turn))} ${Math.round(to[1] - length * Math.sin(angle + turn))}`;
  return wing(0.5) + wing(-0.5);
}
