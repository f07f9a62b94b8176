/**
 * The name under which the SFU forwards redundant audio (RED, RFC 2198): its library knows no RED, and does not look into what it forwards.
 * Nothing else uses this codec. Browsers put the true name in its place.
 */
export const RED_CARRIER = {
  mimeType: 'audio/multiopus',
  clockRate: 48_000,
  channels: 4,
  parameters: { channel_mapping: '0,1,2,3', num_streams: 2, coupled_streams: 2, useinbandfec: 1 },
} as const;
