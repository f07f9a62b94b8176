import { type InkPoint, type InkSheet, LEAD_PEER, NO_PRESSURE, PRESSURE, strokeKey } from '@tongke/shared-types';
import { type PointerEvent, useEffect, useRef } from 'react';
import type { InkDesk } from './ink-desk.ts';
import type { InkHand } from './ink-hand.ts';
import { inkPen } from './ink-palette.ts';
import { newStrokeId } from './new-stroke-id.ts';
import { StrokeRecorder } from './stroke-recorder.ts';
import { touchesStroke } from './touches-stroke.ts';
import type { OwnStrokes } from './use-own-strokes.ts';

interface Options {
  readonly desk: InkDesk;
  readonly name: string;
  readonly sheet: InkSheet;
  readonly hand: Extract<InkHand, { kind: 'draw' | 'erase' }> | null;
  readonly own: OwnStrokes;
  /** [IK14] The eraser takes anybody's strokes. */
  readonly leads: boolean;
  /** Where on the page the pointer is. */
  readonly placeOf: (event: { readonly clientX: number; readonly clientY: number }) => readonly [number, number];
}

interface Drawing {
  readonly onDown: (event: PointerEvent) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onUp: (event: PointerEvent) => void;
  readonly onCancel: () => void;
}

/** So often an unfinished stroke is told, ms: a second of ink is mostly what stands around its points. */
const TELL_MS = 66;

/** [IK1] [IK3] [IK4] Follows one finger, pen or mouse at a time over a page: what it draws is told as it goes and kept when it is lifted. */
export function useDrawing({ desk, name, sheet, hand, own, leads, placeOf }: Options): Drawing {
  const stroke = useRef<StrokeRecorder | null>(null);
  const erased = useRef<Set<string> | null>(null);
  const pointer = useRef<number | null>(null);
  const kind = useRef('');
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  const letGo = () => {
    clearInterval(timer.current);
    [stroke.current, erased.current, pointer.current] = [null, null, null];
  };
  const latest = useRef(own);
  latest.current = own;
  const abandon = () => {
    if (stroke.current) latest.current.drop(stroke.current.strokeId);
    // What was under the eraser is seen again.
    if (erased.current) void latest.current.erase(name, []);
    letGo();
  };
  const holds = hand !== null;
  // The pen is gone, or the page is another one: the stroke was never finished.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an unfinished stroke belongs to this page and this hold of the pen.
  useEffect(() => abandon, [name, holds]);

  const tell = () => {
    const batch = stroke.current?.batch();
    if (batch) desk.connection.signal(batch);
  };
  const begin = (first: InkPoint) => {
    if (hand?.kind !== 'draw') return;
    const pen = inkPen(hand.tool, hand.colour, desk.me !== LEAD_PEER);
    stroke.current = new StrokeRecorder(name, newStrokeId(), pen);
    stroke.current.add(first);
  };
  const finish = () => {
    const { current } = stroke;
    if (!current) return;
    stroke.current = null;
    const { strokeId, pen, points } = current;
    // A tap makes a dot with a pen, and no shape.
    if (current.isNothing) return own.drop(strokeId);
    void own.keep(name, { strokeId, pen, points });
  };
  const draw = (event: PointerEvent) => {
    const { nativeEvent } = event;
    const parts = nativeEvent.getCoalescedEvents?.() ?? [];
    for (const part of parts.length > 0 ? parts : [nativeEvent]) stroke.current?.add(pointOf(part, placeOf(part)));
    const { current } = stroke;
    if (!current) return;
    const { strokeId, pen, points } = current;
    own.show({ strokeId, pen, points });
    if (!current.isFull) return;
    const last = points[points.length - 1];
    finish();
    if (last) begin(last);
  };
  const erase = (event: PointerEvent) => {
    const at = placeOf(event);
    const mine = sheet.strokes.filter(({ by }) => leads || by === desk.me);
    const keys = mine.filter((one) => touchesStroke(one, at)).map(strokeKey);
    const fresh = keys.filter((key) => !erased.current?.has(key));
    for (const key of fresh) erased.current?.add(key);
    if (fresh.length > 0) own.hide(fresh);
  };
  return {
    onDown: (event) => {
      if (!hand || event.button > 0) return;
      if (pointer.current !== null) {
        // A palm comes down before its pen: the pen it is.
        if (event.pointerType !== 'pen' || kind.current === 'pen') return;
        abandon();
      }
      event.preventDefault();
      [pointer.current, kind.current] = [event.pointerId, event.pointerType];
      event.currentTarget.setPointerCapture?.(event.pointerId);
      if (hand.kind === 'erase') {
        erased.current = new Set();
        return erase(event);
      }
      begin(pointOf(event, placeOf(event)));
      draw(event);
      timer.current = setInterval(tell, TELL_MS);
    },
    onMove: (event) => {
      if (event.pointerId !== pointer.current) return;
      if (erased.current) erase(event);
      else draw(event);
    },
    onUp: (event) => {
      if (event.pointerId !== pointer.current) return;
      if (erased.current) void own.erase(name, [...erased.current]);
      else {
        draw(event);
        finish();
      }
      letGo();
    },
    // The system took the finger away (a palm, a gesture): what was drawn stays.
    onCancel: () => {
      if (erased.current) void own.erase(name, [...erased.current]);
      finish();
      letGo();
    },
  };
}

/** A mouse and a finger feel no pressure, whatever they say. */
function pointOf(
  { pointerType, pressure }: { readonly pointerType: string; readonly pressure: number },
  [x, y]: readonly [number, number],
): InkPoint {
  const feels = pointerType === 'pen' && pressure > 0;
  return [x, y, feels ? Math.round(pressure * PRESSURE) : NO_PRESSURE];
}
