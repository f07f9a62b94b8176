import type { RosterPupil } from '@tongke/shared-types';

type Row = { readonly name: string; readonly number: number };

/**
 * [CT5] Gives the rows of a new roster their seats: who has the same number and name keeps the seat, then who has the
 * same name (and no namesake) under another number. Everybody else is new, so no child inherits another's history.
 */
export function keepSeats(before: readonly RosterPupil[], rows: readonly Row[], newId: () => string): RosterPupil[] {
  const left = new Map(before.map((pupil) => [pupil.seatId, pupil]));
  const seats = new Map<Row, string>();
  const keep = (row: Row, pupil: RosterPupil | undefined) => {
    if (!pupil) return;
    seats.set(row, pupil.seatId);
    left.delete(pupil.seatId);
  };
  for (const row of rows) {
    keep(
      row,
      [...left.values()].find(({ number, name }) => number === row.number && name === row.name),
    );
  }
  for (const row of rows.filter((candidate) => !seats.has(candidate))) {
    const namesakes = [...left.values()].filter(({ name }) => name === row.name);
    const rivals = rows.filter((other) => other.name === row.name && !seats.has(other));
    if (namesakes.length === 1 && rivals.length === 1) keep(row, namesakes[0]);
  }
  return rows.map((row) => ({ seatId: seats.get(row) ?? newId(), name: row.name, number: row.number }));
}
