import { type InkSheet, type Laser, NO_PRESSURE, PAGE_WIDTH, type Region } from '@tongke/shared-types';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { InkDesk } from './ink-desk.ts';
import type { InkHand } from './ink-hand.ts';
import { inkPen } from './ink-palette.ts';
import { newStrokeId } from './new-stroke-id.ts';
import css from './PageSheet.module.css';
import { useDrawing } from './use-drawing.ts';
import type { OwnStrokes } from './use-own-strokes.ts';
import { WriteText } from './WriteText.tsx';
import { draggedRegion, tappedRegion } from './zoom-region.ts';

interface Props {
  readonly desk: InkDesk;
  readonly name: string;
  readonly sheet: InkSheet;
  readonly hand: InkHand;
  readonly own: OwnStrokes;
  /** [IK14] Whose hand it is leads now. */
  readonly leads: boolean;
  readonly zoom: Region | null;
  /** Of the page, in page units. */
  readonly height: number;
}

/** Moved farther than this, in page units, a tap was a drag. */
const DRAGGED = 200;
/** So often the pointer is told, ms. */
const POINT_MS = 50;

/** [IK1] [IK9] [IK10] What lies over a page and takes the hand. */
export function InkSurface({ desk, name, sheet, hand, own, leads, zoom, height }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<readonly [number, number] | null>(null);
  const pointed = useRef(0);
  const held = useRef<readonly [number, number] | null>(null);
  const placeOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const box = place.current?.getBoundingClientRect();
    if (!box || box.width === 0) return [0, 0] as const;
    const { x, y, size } = zoom ?? { x: 0, y: 0, size: PAGE_WIDTH };
    const unit = size / box.width;
    return [
      bounded(x + (clientX - box.left) * unit, PAGE_WIDTH),
      bounded(y + (clientY - box.top) * unit, height),
    ] as const;
  };
  const draws = hand.kind === 'draw' || hand.kind === 'erase' ? hand : null;
  const drawing = useDrawing({ desk, name, sheet, hand: draws, own, leads, placeOf });
  const point = (at: readonly [number, number] | null) => {
    const now = performance.now();
    if (at && now - pointed.current < POINT_MS) return;
    pointed.current = now;
    const signal: Laser = { type: 'laser', sheet: name, at: at && [at[0], at[1]] };
    desk.live.hear({ peerId: desk.me, signal });
    desk.connection.signal(signal);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever stops pointing here leaves no point behind.
  useEffect(() => (hand.kind === 'point' ? () => point(null) : undefined), [hand.kind, name]);
  const tap = (event: PointerEvent) => {
    if (hand.kind === 'write') setWriting(placeOf(event));
    if (hand.kind === 'zoom' && held.current) {
      const [from, to] = [held.current, placeOf(event)];
      held.current = null;
      const dragged = Math.hypot(to[0] - from[0], to[1] - from[1]) > DRAGGED;
      if (dragged && !zoom) return;
      const region = dragged && zoom ? draggedRegion(from, to, zoom, height) : tappedRegion(to, zoom, height);
      void desk.connection.send({ type: 'page.zoom', region });
    }
  };
  const write = (text: string) => {
    if (!writing || hand.kind !== 'write') return;
    setWriting(null);
    const [x, y] = writing;
    const pen = inkPen('text', hand.colour);
    void own.keep(name, { strokeId: newStrokeId(), pen, points: [[x, y, NO_PRESSURE]] }, text);
  };
  return (
    <>
      <div
        ref={place}
        data-ink={hand.kind}
        className={css.surface}
        onPointerDown={(event) => {
          drawing.onDown(event);
          if (hand.kind === 'point') point(placeOf(event));
          held.current = placeOf(event);
        }}
        onPointerMove={(event) => {
          drawing.onMove(event);
          if (hand.kind === 'point') point(placeOf(event));
        }}
        onPointerUp={(event) => {
          drawing.onUp(event);
          tap(event);
          if (hand.kind === 'point' && event.pointerType !== 'mouse') point(null);
        }}
        onPointerLeave={() => hand.kind === 'point' && point(null)}
        onPointerCancel={drawing.onCancel}
      />
      {writing && <WriteText onClose={() => setWriting(null)} onWritten={write} />}
    </>
  );
}

function bounded(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, value)));
}
