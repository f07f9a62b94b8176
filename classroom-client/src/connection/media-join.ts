import { type MediaReply, type MediaRequest, refuse } from '@tongke/shared-types';

export type JoinRequest = Extract<MediaRequest, { readonly type: 'media.join' }>;
export type JoinReply = MediaReply<'media.join'>;

/** A reply with the request that it answers. */
interface Joined {
  readonly request: JoinRequest;
  readonly reply: JoinReply;
}

/** A media endpoint's wish to join, said while the connection opens, so that it costs no round trip of its own. */
export interface MediaJoin {
  /** This screen is a media endpoint, and makes its requests so. */
  by(make: () => Promise<JoinRequest>): void;
  /** The answer to what was said at the opening, once; every later call is a request of its own. */
  ask(): Promise<Joined>;
  /** The request to say at the opening; null for a screen without media. */
  prepare(): Promise<JoinRequest> | null;
  answered(reply: JoinReply): void;
  /** The link is gone, or there is no lesson to join: that answer is of no use. */
  forget(): void;
}

const NO_ANSWER = refuse('media/unavailable');

/** `askNow` sends a request as a message of its own; the answer to an opening is waited for so many ms. */
export function createMediaJoin(askNow: (request: JoinRequest) => Promise<JoinReply>, patienceMs: number): MediaJoin {
  let make: () => Promise<JoinRequest> = async () => ({ type: 'media.join', have: null });
  let isEndpoint = false;
  let said: Promise<Joined> | null = null;
  let settle: (reply: JoinReply) => void = () => undefined;

  const forget = () => {
    settle(NO_ANSWER);
    said = null;
  };

  const say = (request: JoinRequest) => {
    said = new Promise((resolve) => {
      settle = (reply) => resolve({ request, reply });
      setTimeout(settle, patienceMs, NO_ANSWER);
    });
    return request;
  };

  return {
    by(maker) {
      make = maker;
      isEndpoint = true;
    },
    async ask() {
      const early = said;
      said = null;
      if (early) return early;
      const request = await make();
      return { request, reply: await askNow(request) };
    },
    prepare() {
      forget();
      return isEndpoint ? make().then(say) : null;
    },
    answered: (reply) => settle(reply),
    forget,
  };
}
