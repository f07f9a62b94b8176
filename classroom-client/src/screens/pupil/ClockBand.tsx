import type { LessonClock } from '@tongke/shared-types';
import { ClockFace } from '../shared/ClockFace.tsx';
import css from './TurnBand.module.css';

/** The common clock, above whatever is on the tablet. */
export function ClockBand({ clock, now }: { readonly clock: LessonClock; readonly now: number }) {
  return (
    <div className={css.clock}>
      <ClockFace clock={clock} now={now} />
    </div>
  );
}
