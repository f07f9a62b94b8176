/** The most pupils that a classroom may have. */
export const MAX_SEATS = 80;

export interface RosterPupil {
  readonly seatId: string;
  readonly number: number;
  readonly name: string;
}

export type RosterProblemCode =
  | 'empty'
  | 'quotes'
  | 'columns'
  | 'name-empty'
  | 'name-too-long'
  | 'name-characters'
  | 'number-missing'
  | 'number-not-whole'
  | 'number-out-of-range'
  | 'number-twice';

/** What is wrong in one row of a roster file; `row` counts the file's lines from 1, `value` is what stands there. */
export interface RosterProblem {
  readonly row: number;
  readonly column: 'name' | 'number' | null;
  readonly code: RosterProblemCode;
  readonly value: string;
}
