import type { MediaNotice, MediaReply, MediaRequest, MediaRequestType, Signal } from '@tongke/shared-types';
import type { MediaJoin } from '../connection/media-join.ts';

/** What media needs of the connection to signaling. Without a connection an answer is a refusal too: `media/unavailable`. */
export interface MediaLink {
  ask<T extends MediaRequestType>(request: Extract<MediaRequest, { type: T }>): Promise<MediaReply<T>>;
  /** How this peer joins: the request may have travelled with the hello. */
  readonly join: Pick<MediaJoin, 'by' | 'ask'>;
  onNotice(listener: (notice: MediaNotice) => void): () => void;
  /** True while signaling can be asked. */
  isUp(): boolean;
  /** Called each time this screen has joined its lesson, also after every reconnection. */
  onJoined(listener: () => void): () => void;
  signal(signal: Signal): void;
}
