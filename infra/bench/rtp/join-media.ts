import type { MediaReplies, RtpCapabilities, TransportOffer } from '@tongke/shared-types';
import type { FakeScreen } from '@tongke/signaling/testing';
import type { PeerOffer } from './open-peer.ts';

type Offer = TransportOffer & PeerOffer;

/** A screen's transports, connected to its certificate already. */
export interface JoinedMedia {
  readonly receive: Offer;
  readonly send: Offer;
  readonly routerRtpCapabilities: RtpCapabilities;
}

/** Lets a screen that has said hello join with its media, able to play all that the lesson speaks. Throws where it is refused. */
export async function joinMedia(screen: FakeScreen, fingerprint: string): Promise<JoinedMedia> {
  const dtlsParameters = {
    role: 'client' as const,
    fingerprints: [{ algorithm: 'sha-256' as const, value: fingerprint }],
  };
  const joined = await screen.media({ type: 'media.join', have: null, dtlsParameters });
  if (!joined.ok) throw new Error(`a screen may not join: ${joined.reason}`);
  const { receive, send, routerRtpCapabilities } = joined.result as MediaReplies['media.join'];
  if (!receive || !send) throw new Error('a screen was given no transports');
  const able = await screen.media({ type: 'media.capabilities', rtpCapabilities: routerRtpCapabilities });
  if (!able.ok) throw new Error(`a screen may not receive: ${able.reason}`);
  return { receive: receive as Offer, send: send as Offer, routerRtpCapabilities };
}
