import type { ConsumerOffer } from '@tongke/shared-types';
import type { ReceiveTransport, SendTransport } from '../engine.ts';
import type { MediaLink } from '../media-link.ts';
import { RefusedBySfu } from '../refused-by-sfu.ts';

/** A voice that has come back from the SFU. */
export interface LoopedVoice {
  readonly track: MediaStreamTrack;
  close(): void;
}

interface Ways {
  readonly ask: MediaLink['ask'];
  readonly send: SendTransport | null;
  readonly receive: ReceiveTransport | null;
}

/** [AU4] Sends a microphone to the SFU and receives it from there; null where the SFU or the rules say no, or there is no connection. */
export async function loopVoice({ ask, send, receive }: Ways, track: MediaStreamTrack): Promise<LoopedVoice | null> {
  if (!send || !receive) return null;
  let offer: ConsumerOffer | null = null;
  const stop = () => void ask({ type: 'media.loop-close' });
  try {
    const sending = await send.produceLoop(track, async (transportId, rtpParameters) => {
      const reply = await ask({ type: 'media.loop', transportId, rtpParameters });
      if (!reply.ok) throw new RefusedBySfu(reply.reason);
      offer = reply.result.consumer;
      return offer.trackId;
    });
    if (!offer) throw new RefusedBySfu('media/unavailable');
    const receiving = await receive.consume(offer);
    const close = () => {
      receiving.close();
      sending.close();
      stop();
    };
    return { track: receiving.track, close };
  } catch {
    stop();
    return null;
  }
}
