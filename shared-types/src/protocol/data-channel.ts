import type { ChannelEnd } from './channel-sdp.ts';

/** [DP4] The longest message of a tablet's data channel, in bytes, either way. */
export const DATAGRAM_MAX_BYTES = 256;

/** [DP1] How both ends make the channel: agreed beforehand, in any order, never sent again. */
export const DATA_CHANNEL = { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 } as const;

/** The SFU's end of a data channel, from which `dataAnswer` makes the answer for a browser. UDP only. */
export interface DataOffer extends ChannelEnd {
  readonly sctpPort: number;
}
