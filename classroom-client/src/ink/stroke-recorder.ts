import { INK_LIMITS, type InkPen, type InkPoint, type LiveStroke, packPoints, pointsOf } from '@tongke/shared-types';

/** Closer to the last point than this, in page units, a further one says nothing. */
const NEAR = 18;
/** So far from the limits a stroke ends, and another goes on where it was. */
const SPARE = 20;

/** [IK1] [IK3] A stroke while it is drawn: takes points as the hand makes them, and tells of those that have not been told. */
export class StrokeRecorder {
  readonly sheet: string;
  readonly strokeId: string;
  readonly pen: InkPen;
  #points: InkPoint[] = [];
  /** The latest point, though it was near. */
  #last: InkPoint | null = null;
  /** Where the last batch began, and how far all were told. */
  #from = 0;
  #told = 0;
  #changed = false;

  constructor(sheet: string, strokeId: string, pen: InkPen) {
    this.sheet = sheet;
    this.strokeId = strokeId;
    this.pen = pen;
  }

  add(point: InkPoint): void {
    this.#changed = true;
    const before = this.#points[this.#points.length - 1];
    if (pointsOf(this.pen.tool) === 2) this.#points = [this.#points[0] ?? point, point];
    else if (before && Math.hypot(point[0] - before[0], point[1] - before[1]) < NEAR) this.#last = point;
    else {
      this.#points.push(point);
      this.#last = null;
    }
  }

  get points(): readonly InkPoint[] {
    return this.#last && this.#points.length > 1 ? [...this.#points, this.#last] : this.#points;
  }

  get packed(): string {
    return packPoints(this.points);
  }

  /** True when the page takes no longer stroke. */
  get isFull(): boolean {
    const { length } = this.#points;
    // What is packed is as long only after many points.
    return length >= INK_LIMITS.points - SPARE || (length > 300 && this.packed.length > INK_LIMITS.packed - 10 * SPARE);
  }

  /** True for a shape between two points that are one. */
  get isNothing(): boolean {
    const [from, to] = this.#points;
    return pointsOf(this.pen.tool) === 2 && (!from || !to || Math.hypot(to[0] - from[0], to[1] - from[1]) < NEAR);
  }

  /** What has come since the last time; once more with the batch before, for one that was lost. Null where nothing has. */
  batch(): LiveStroke | null {
    if (!this.#changed) return null;
    this.#changed = false;
    const from = pointsOf(this.pen.tool) === 2 ? 0 : this.#from;
    const { sheet, strokeId, pen, points } = this;
    this.#from = this.#told;
    this.#told = this.#points.length;
    return { type: 'ink', sheet, strokeId, ...pen, from, points: packPoints(points.slice(from)) };
  }
}
