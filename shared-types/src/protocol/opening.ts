import type { Hello } from './hello.ts';
import type { MediaReply, MediaRequest } from './media.ts';
import type { HelloReply } from './server-messages.ts';

/**
 * What a screen may say while its socket opens (Socket.IO's `auth`), a round trip before it could send messages: its hello, and a
 * media endpoint's wish to join. Both are read as the messages of these names are, and answered by `opened`.
 */
export interface Opening {
  readonly hello: Hello;
  readonly media?: Extract<MediaRequest, { readonly type: 'media.join' }>;
}

/** The answers to an opening, one message each; behind a refused hello there is none to the join. */
export type OpeningAnswer =
  | { readonly to: 'hello'; readonly reply: HelloReply }
  | { readonly to: 'media'; readonly reply: MediaReply<'media.join'> };
