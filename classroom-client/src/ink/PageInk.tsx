import { type InkSheet, type LessonState, mayDraw, PAGE_WIDTH, strokeKey } from '@tongke/shared-types';
import { useStore } from 'zustand';
import { InkMark } from './InkMark.tsx';
import type { InkDesk } from './ink-desk.ts';
import css from './PageSheet.module.css';
import { pointsOfStroke } from './points-of-stroke.ts';
import type { OwnStrokes } from './use-own-strokes.ts';

interface Props {
  readonly view: LessonState;
  readonly desk: InkDesk;
  readonly name: string;
  readonly sheet: InkSheet;
  /** What lies below, of the page that is shown twice. */
  readonly beneath: InkSheet | null;
  readonly own: OwnStrokes;
  /** Of the page, in page units. */
  readonly height: number;
}

const LASER_RADIUS = 90;

/** [IK1] [IK3] [IK9] All ink of one page: what is kept, what others are drawing, what was drawn here and is on its way, and the pointer. */
export function PageInk({ view, desk, name, sheet, beneath, own, height }: Props) {
  const { strokes, laser } = useStore(desk.live);
  const kept = [...(beneath?.strokes ?? []), ...sheet.strokes];
  const there = new Set(sheet.strokes.map(strokeKey));
  const unfinished = Object.entries(strokes).filter(
    ([by, stroke]) =>
      stroke.sheet === name &&
      !there.has(strokeKey({ by, strokeId: stroke.strokeId })) &&
      mayDraw(view, by, name) === null,
  );
  return (
    <svg
      data-page=""
      className={css.ink}
      viewBox={`0 0 ${PAGE_WIDTH} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {kept
        .filter((stroke) => !own.erased.has(strokeKey(stroke)))
        .map((stroke) => (
          <InkMark key={strokeKey(stroke)} pen={stroke} points={pointsOfStroke(stroke)} text={stroke.text} />
        ))}
      {unfinished.map(([by, { strokeId, pen, points }]) => (
        <InkMark key={strokeKey({ by, strokeId })} pen={pen} points={points} text={null} />
      ))}
      {own.own.map(({ strokeId, pen, points }) => (
        <InkMark key={strokeKey({ by: desk.me, strokeId })} pen={pen} points={points} text={null} />
      ))}
      {laser?.sheet === name && (
        <circle cx={laser.at[0]} cy={laser.at[1]} r={LASER_RADIUS} className={css.laser} data-laser="" />
      )}
    </svg>
  );
}
