import { z } from 'zod';
import type { Refused } from '../refusals.ts';
import type { DataOffer } from './data-channel.ts';
import { dtlsParameters } from './rtp.ts';

/**
 * What a pupil's tablet asks about the data channel of its own seat, which the server knows. Its certificate is told at once, so that one
 * round trip is enough; an older channel of the seat ends.
 */
export const dataRequest = z.strictObject({ type: z.literal('data.open'), dtlsParameters });
export type DataRequest = z.infer<typeof dataRequest>;

export type DataReply = { readonly ok: true; readonly result: DataOffer } | Refused;

/** What signaling tells a tablet about its data channel: it is gone without the tablet's doing, and may be opened again. */
export interface DataNotice {
  readonly type: 'data.closed';
}
