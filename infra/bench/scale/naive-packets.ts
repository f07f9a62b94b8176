/** What each participant sends, in packets. */
export interface SentByEach {
  readonly camera: number;
  readonly voice: number;
}

/** What an SFU sends that forwards camera and voice of everybody to everybody else, in packets. */
export function naivePackets(participants: number, { camera, voice }: SentByEach): number {
  return participants * (participants - 1) * (camera + voice);
}
