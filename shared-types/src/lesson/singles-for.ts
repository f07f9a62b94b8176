import { entryOf } from './entry-of.ts';
import { filterKeys } from './records.ts';
import { seesSingle } from './sees-single.ts';
import type { Person } from './visible.ts';

/** What is kept by seat, as far as `seesSingle`; a pupil's own entry is found without a look at everybody's. */
export function singlesFor<T>(viewer: Person, record: Readonly<Record<string, T>>): Record<string, T> {
  if (viewer.role !== 'pupil') return filterKeys(record, (seatId) => seesSingle(viewer, seatId));
  const own = entryOf(record, viewer.seatId);
  return own === undefined ? {} : { [viewer.seatId]: own };
}
