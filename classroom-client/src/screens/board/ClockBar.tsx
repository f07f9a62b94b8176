import { type LessonClock, readClock } from '@tongke/shared-types';
import { classNames } from '../../ui/class-names.ts';
import { ClockFace } from '../shared/ClockFace.tsx';
import css from './ClockBar.module.css';

/** The common clock, to be read from the back row whatever stands on the board. */
export function ClockBar({ clock, now }: { readonly clock: LessonClock; readonly now: number }) {
  return (
    <section className={classNames(css.bar, readClock(clock, now).over && css.over)}>
      <ClockFace clock={clock} now={now} />
    </section>
  );
}
