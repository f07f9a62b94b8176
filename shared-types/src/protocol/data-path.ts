import { z } from 'zod';
import type { Refused } from '../refusals.ts';
import { dtlsParameters } from './rtp.ts';

/** [DP4] The longest message of a tablet's data channel, in bytes, either way. */
export const DATAGRAM_MAX_BYTES = 256;

/** [DP1] How both ends make the channel: agreed beforehand, in any order, never sent again. */
export const DATA_CHANNEL = { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 } as const;

/**
 * What a pupil's tablet asks about the data channel of its own seat, which the server knows. Its certificate is told at once, so that one
 * round trip is enough; an older channel of the seat ends.
 */
export const dataRequest = z.strictObject({ type: z.literal('data.open'), dtlsParameters });
export type DataRequest = z.infer<typeof dataRequest>;

/** The SFU's end of a data channel, from which `dataAnswer` makes the answer for a browser. UDP only. */
export interface DataOffer {
  readonly ice: { readonly usernameFragment: string; readonly password: string };
  readonly candidates: readonly DataCandidate[];
  readonly fingerprint: { readonly algorithm: string; readonly value: string };
  readonly sctpPort: number;
}

export interface DataCandidate {
  readonly foundation: string;
  readonly priority: number;
  readonly address: string;
  readonly port: number;
}

export type DataReply = { readonly ok: true; readonly result: DataOffer } | Refused;

/** What signaling tells a tablet about its data channel: it is gone without the tablet's doing, and may be opened again. */
export interface DataNotice {
  readonly type: 'data.closed';
}
