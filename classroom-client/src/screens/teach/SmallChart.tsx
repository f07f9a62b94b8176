import css from './HealthPanel.module.css';

/** A value at an instant of the chart's window, from its beginning (0) to now (1); null breaks the line. */
export interface ChartPoint {
  readonly at: number;
  readonly value: number | null;
}

interface Props {
  readonly label: string;
  /** The latest value in words. */
  readonly latest: string;
  readonly points: readonly ChartPoint[];
  /** The top of the chart where nothing is higher. */
  readonly least: number;
}

const WIDTH = 200;
const HEIGHT = 40;

/** One measure over the last five minutes as a line, with its name and its latest value. */
export function SmallChart({ label, latest, points, least }: Props) {
  const top = Math.max(least, ...points.map(({ value }) => value ?? 0));
  return (
    <figure className={css.chart}>
      <figcaption>
        <span>{label}</span> <b>{latest}</b>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={lineOf(points, top)} />
      </svg>
    </figure>
  );
}

/** The line as an SVG path; it begins anew behind every gap. */
export function lineOf(points: readonly ChartPoint[], top: number): string {
  let drawing = false;
  return points
    .flatMap(({ at, value }) => {
      const step = drawing ? 'L' : 'M';
      drawing = value !== null;
      if (value === null) return [];
      return [`${step}${(at * WIDTH).toFixed(1)} ${(HEIGHT - (value / top) * HEIGHT).toFixed(1)}`];
    })
    .join(' ');
}
