import type { MediaNotice, MediaReply, MediaRequest, MediaRequestType, Signal } from '@tongke/shared-types';

/** What media needs of the connection to signaling. Without a connection an answer is a refusal too: `media/unavailable`. */
export interface MediaLink {
  ask<T extends MediaRequestType>(request: Extract<MediaRequest, { type: T }>): Promise<MediaReply<T>>;
  onNotice(listener: (notice: MediaNotice) => void): () => void;
  /** Called each time this screen has joined its lesson, also after every reconnection. */
  onJoined(listener: () => void): () => void;
  signal(signal: Signal): void;
}
