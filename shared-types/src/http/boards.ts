import { z } from 'zod';
import { id } from '../protocol/id.ts';
import { tokenField } from './fields.ts';

export const claimBody = z.strictObject({ claim: tokenField });
export type ClaimBody = z.infer<typeof claimBody>;

export const pairBoardBody = z.strictObject({ pin: z.string().regex(/^\d{6}$/), classroomId: id });
export type PairBoardBody = z.infer<typeof pairBoardBody>;

/** An unpaired board shows the PIN and polls with the claim for so long: a duration, since a board's clock may be wrong. */
export interface BoardPin {
  readonly pin: string;
  readonly claim: string;
  readonly validMs: number;
}

/** The board keeps the token and proves itself with it; an answer that was lost can be asked for again until the token is used. */
export type BoardClaim =
  | { readonly status: 'pending' }
  | {
      readonly status: 'paired';
      readonly token: string;
      readonly boardId: string;
      readonly classroom: { readonly classroomId: string; readonly name: string; readonly schoolName: string };
    };

export interface BoardItem {
  readonly boardId: string;
  readonly classroomId: string;
  readonly classroomName: string;
  readonly browser: string;
  readonly pairedAt: number;
  readonly pairedBy: string;
  readonly phones: number;
}
