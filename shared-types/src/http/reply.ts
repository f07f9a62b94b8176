import type { Refused } from '../refusals.ts';
import type { BankProblem } from './bank-files.ts';
import type { RosterProblem } from './rosters.ts';

/** A refused request: the reason, and where it helps which fields of the body or which rows of the roster are wrong. */
export interface HttpRefused extends Refused {
  readonly fields?: readonly string[];
  readonly rows?: readonly RosterProblem[];
  /** What is wrong in a file of questions. */
  readonly broken?: readonly BankProblem[];
}

/** What every route under `/api` answers, as JSON. */
export type HttpReply<T extends object = object> = ({ readonly ok: true } & T) | HttpRefused;
