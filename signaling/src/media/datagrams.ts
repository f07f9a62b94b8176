/** [DP6] The unordered, unreliable way to the tablets that have UDP. Messages are 1 to 256 bytes. */
export interface Datagrams {
  /** Sends to a seat's data channel; false when it has none. Fire and forget. */
  send(lessonId: string, seatId: string, bytes: Uint8Array): boolean;
  /** What a seat sent. Called at once when it arrives here; answers the unsubscription. */
  onReceived(listener: (lessonId: string, seatId: string, bytes: Uint8Array) => void): () => void;
}
