import {
  type InkPoint,
  type InkStroke,
  type LiveStroke,
  PAGE_WIDTH,
  packPoints,
  SMALLEST_REGION,
  unpackPoints,
} from '@tongke/shared-types';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inkPen } from './ink-palette.ts';
import { createLiveInk } from './live-ink.ts';
import { strokeOutline } from './stroke-outline.ts';
import { StrokeRecorder } from './stroke-recorder.ts';
import { touchesStroke } from './touches-stroke.ts';
import { draggedRegion, tappedRegion } from './zoom-region.ts';

const SHEET = 'paper:p1';
const PEN = inkPen('pen', 1);
const wave = (length: number): InkPoint[] =>
  Array.from({ length }, (_, n) => [100 + n * 20, Math.round(2_000 + 900 * Math.sin(n / 7)), 8]);

describe('the recorder', () => {
  test('[IK2] leaves out what lies near, and keeps where the hand was lifted', () => {
    const stroke = new StrokeRecorder(SHEET, 's1', PEN);
    for (const x of [100, 104, 109, 160, 163]) stroke.add([x, 100, 8]);
    expect(stroke.points).toEqual([
      [100, 100, 8],
      [160, 100, 8],
      [163, 100, 8],
    ]);
  });

  test('[IK2] says when a stroke is as long as a page takes, whatever the hand does', () => {
    const point = fc.tuple(fc.nat(PAGE_WIDTH), fc.nat(9_000), fc.nat(15));
    fc.assert(
      fc.property(fc.array(point, { minLength: 520, maxLength: 600 }), (points) => {
        const stroke = new StrokeRecorder(SHEET, 's1', PEN);
        for (const one of points) if (!stroke.isFull) stroke.add(one);
        expect(stroke.isFull).toBe(true);
        expect(stroke.packed.length).toBeLessThanOrEqual(3_600);
        expect(unpackPoints(stroke.packed)).toEqual(stroke.points);
      }),
      { numRuns: 20 },
    );
  });

  test('[IK3] the batches make the stroke again, also where every third one is lost on the way; nothing new is no batch', () => {
    const live = createLiveInk();
    const stroke = new StrokeRecorder(SHEET, 's1', PEN);
    const points = wave(90);
    let batches = 0;
    for (const [at, point] of points.entries()) {
      stroke.add(point);
      if (at % 5 !== 4) continue;
      const signal = stroke.batch() as LiveStroke;
      batches += 1;
      if (batches % 3 !== 1 || at === points.length - 1) live.hear({ peerId: 'lead', signal });
      expect(signal.points.length).toBeLessThan(80);
    }
    expect(stroke.batch()).toBeNull();
    const seen = live.getState().strokes.lead?.points;
    expect(seen?.slice(-60)).toEqual(points.slice(-60));
    live.close();
  });

  test('[IK3] a shape is told with both its points each time', () => {
    const live = createLiveInk();
    const stroke = new StrokeRecorder(SHEET, 's1', inkPen('arrow', 1));
    for (const x of [100, 400, 900]) {
      stroke.add([x, 100, 8]);
      live.hear({ peerId: 'c1', signal: stroke.batch() as LiveStroke });
    }
    expect(live.getState().strokes.c1?.points).toEqual([
      [100, 100, 8],
      [900, 100, 8],
    ]);
    live.close();
  });
});

describe('what is seen for a moment', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('[IK3] [IK9] an unfinished stroke, and the pointer, go where nothing more comes', () => {
    const live = createLiveInk();
    const stroke = { type: 'ink', sheet: SHEET, strokeId: 's1', ...PEN, from: 0, points: packPoints(wave(3)) } as const;
    live.hear({ peerId: 'lead', signal: stroke });
    live.hear({ peerId: 'lead', signal: { type: 'laser', sheet: SHEET, at: [1, 2] } });
    vi.advanceTimersByTime(2_000);
    expect(live.getState()).toMatchObject({ laser: null, strokes: { lead: { strokeId: 's1' } } });
    vi.advanceTimersByTime(2_000);
    expect(live.getState().strokes).toEqual({});
  });
});

describe('on the page', () => {
  const strokeOf = (tool: InkStroke['tool'], points: readonly InkPoint[], text: string | null = null): InkStroke => ({
    ...{ strokeId: 's', by: 'lead', order: 0, text, points: packPoints(points) },
    ...inkPen(tool, 1),
  });
  const [a, b] = [
    [1_000, 1_000, 8],
    [5_000, 3_000, 8],
  ] as const;

  test.each([
    ['line', [3_000, 2_000], [3_000, 2_600]],
    ['rectangle', [3_000, 1_000], [3_000, 2_000]],
    ['ellipse', [3_000, 1_000], [3_000, 2_000]],
  ] as const)('[IK4] an eraser takes a %s on its line, and not beside it', (tool, on, beside) => {
    expect(touchesStroke(strokeOf(tool, [a, b]), on)).toBe(true);
    expect(touchesStroke(strokeOf(tool, [a, b]), beside)).toBe(false);
  });

  test('[IK4] an eraser takes a stroke anywhere along it, a dot, and words', () => {
    const points = wave(50);
    for (const [x, y] of points) expect(touchesStroke(strokeOf('pen', points), [x + 30, y])).toBe(true);
    expect(touchesStroke(strokeOf('pen', points), [100, 4_000])).toBe(false);
    expect(touchesStroke(strokeOf('pen', [a]), [1_050, 1_050])).toBe(true);
    expect(touchesStroke(strokeOf('text', [a], '四分之一'), [2_000, 1_100])).toBe(true);
  });

  test('[IK1] a stroke has an outline, a dot too, and is broader where the pen was pressed', () => {
    const breadth = (pressure: number) => {
      const path = strokeOutline(
        PEN,
        wave(40).map(([x], n) => [x, 2_000, n === 0 ? 7 : pressure]),
      );
      const down = [...path.matchAll(/-?\d+ (-?\d+)/g)].map(([, y]) => Number(y));
      return Math.max(...down) - Math.min(...down);
    };
    expect(breadth(15)).toBeGreaterThan(breadth(2));
    expect(strokeOutline(PEN, [a]).length).toBeGreaterThan(20);
    expect(strokeOutline(PEN, [])).toBe('');
  });

  test('[IK10] a tap brings a part of the page’s own shape nearer that lies within the page, whatever its shape', () => {
    fc.assert(
      fc.property(
        fc.nat(PAGE_WIDTH),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2_000, max: 30_000 }),
        (x, share, height) => {
          let zoom: ReturnType<typeof tappedRegion> | null = null;
          for (let taps = 0; taps < 4; taps += 1) {
            zoom = tappedRegion([x, Math.round(share * height)], zoom, height);
            expect(zoom.x).toBeGreaterThanOrEqual(0);
            expect(zoom.x + zoom.size).toBeLessThanOrEqual(PAGE_WIDTH);
            expect(zoom.y).toBeGreaterThanOrEqual(0);
            expect(zoom.y + (zoom.size * height) / PAGE_WIDTH).toBeLessThanOrEqual(height + 1);
          }
          expect(zoom?.size).toBe(SMALLEST_REGION);
          const middle = { x: 2_000, y: 0, size: 4_000 };
          expect(draggedRegion([3_000, 100], [2_500, 100], middle, height)).toEqual({ ...middle, x: 2_500 });
          expect(draggedRegion([3_000, 100], [9_000, 900], middle, height)).toEqual({ ...middle, x: 0 });
        },
      ),
    );
  });
});
