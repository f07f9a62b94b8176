import { z } from 'zod';

/** The own side only: whether the partner's rooms may read given names of this school's pupils. */
export const pairingPatch = z.strictObject({ givenNames: z.boolean() });
export type PairingPatch = z.infer<typeof pairingPatch>;

export interface PairingItem {
  readonly pairingId: string;
  readonly partner: { readonly schoolId: string; readonly name: string };
  /** What the own school allows. */
  readonly givenNames: boolean;
  /** What the partner allows. */
  readonly partnerGivenNames: boolean;
  readonly since: number;
}
