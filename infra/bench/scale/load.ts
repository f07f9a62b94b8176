/** The streams of a lesson's participants: the same camera and the same voice of everybody. Packets a second, bytes with the RTP header. */
export const CAMERA = { packetsPerSecond: 50, bytes: 1_200 } as const;
export const VOICE = { packetsPerSecond: 50, bytes: 72 } as const;
