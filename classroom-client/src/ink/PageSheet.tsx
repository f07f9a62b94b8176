import { EMPTY_SHEET, type LessonState, leadsOnPage, mayDraw, PAGE_WIDTH, type Region } from '@tongke/shared-types';
import { type ReactNode, useRef } from 'react';
import { problemWords } from '../api/problem-words.ts';
import { useT } from '../i18n/use-t.ts';
import { useSize } from '../screens/shared/use-size.ts';
import { InkSurface } from './InkSurface.tsx';
import type { InkDesk } from './ink-desk.ts';
import type { InkHand } from './ink-hand.ts';
import { PageInk } from './PageInk.tsx';
import css from './PageSheet.module.css';
import { useOwnStrokes } from './use-own-strokes.ts';

interface Props {
  readonly view: LessonState;
  readonly desk: InkDesk;
  /** See `openSheets`. */
  readonly name: string;
  /** The page that is shown twice: its ink lies below both halves. */
  readonly beneath?: string;
  /** Null where nothing is drawn: no tool, no pen, or no link. */
  readonly hand: InkHand | null;
  readonly zoom: Region | null;
  /** What the ink is on; it says how tall it is for its width, once it is here. */
  readonly ratio: number | null;
  readonly children: ReactNode;
}

/** [IK1] [IK10] A page with its ink exactly over it, as large as its place allows; only the part that everybody sees. */
export function PageSheet({ view, desk, name, beneath, hand, zoom, ratio, children }: Props) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const sheet = view.ink.sheets[name] ?? EMPTY_SHEET;
  const own = useOwnStrokes(desk, sheet);
  const takes = hand && (hand.kind === 'point' || hand.kind === 'zoom' || mayDraw(view, desk.me, name) === null);
  const height = ratio === null ? null : Math.round(ratio * PAGE_WIDTH);
  return (
    <div ref={place} className={css.place}>
      <div data-frame="" className={css.box} style={ratio === null ? undefined : fitted(size, ratio)}>
        <div className={css.page} style={ratio === null || !zoom ? undefined : nearer(zoom, ratio)}>
          {children}
          {height !== null && (
            <PageInk
              {...{ view, desk, name, sheet, own, height }}
              beneath={beneath === undefined ? null : (view.ink.sheets[beneath] ?? null)}
            />
          )}
        </div>
        {takes && height !== null && (
          <InkSurface {...{ desk, name, sheet, hand, own, zoom, height }} leads={leadsOnPage(view, desk.me)} />
        )}
        {own.trouble && (
          <p role="alert" className={css.trouble}>
            {problemWords(t, own.trouble)}
          </p>
        )}
      </div>
    </div>
  );
}

/** The largest box of this shape in the middle of its place; all of it before anybody has measured. */
function fitted({ width, height }: { readonly width: number; readonly height: number }, ratio: number) {
  if (width === 0 || height === 0) return undefined;
  const across = Math.min(width, height / ratio);
  const down = across * ratio;
  return { width: across, height: down, left: (width - across) / 2, top: (height - down) / 2 };
}

/** Brings a part of the page to the size of all of it; shares of the page's own width and height, so that it holds for every screen. */
function nearer({ x, y, size }: Region, ratio: number) {
  const scale = PAGE_WIDTH / size;
  const [left, top] = [(-100 * x) / PAGE_WIDTH, (-100 * y) / (PAGE_WIDTH * ratio)];
  return { transform: `scale(${scale}) translate(${left}%, ${top}%)`, transformOrigin: '0 0' };
}
