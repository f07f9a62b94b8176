import type { Pace } from './send-steadily.ts';

/**
 * What a board gets while the lead teacher speaks: a picture of 1,400 kbit/s, 146 packets of 1,200 bytes a second, and a voice, 50 of 110; as one
 * stream of as many packets and bits. A browser's lesson was measured at 1,530 kbit/s (infra/bootstrap/NETWORK.md).
 */
export const BOARD_PACE: Omit<Pace, 'sliceMs'> = { packetsPerSecond: 196, bytes: 922 };
