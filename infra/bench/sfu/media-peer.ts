import type { Socket } from 'node:dgram';
import type { TransportOffer } from '@tongke/shared-types';
import type { FakeScreen } from '@tongke/signaling/testing';
import type { types } from 'mediasoup';
import { connectPeer } from '../../mediasoup-worker/smoke/peer.mjs';
import type { SrtpKeys, SrtpProfile } from '../../mediasoup-worker/smoke/srtp.mjs';
import { keepConsent } from './keep-consent.ts';

/** The far end of one of a screen's transports. */
export interface MediaPeer {
  readonly socket: Socket;
  readonly sending: { readonly rtp: SrtpKeys; readonly rtcp: SrtpKeys };
  readonly close: () => void;
}

export interface PeerOptions {
  readonly profile: SrtpProfile;
  readonly certificate: { readonly cert: string; readonly key: string; readonly fingerprint: string };
}

/** Brings a transport of the product up, ICE and DTLS, as a browser would; signaling carries the certificate's fingerprint. */
export async function openMediaPeer(
  screen: FakeScreen,
  offer: TransportOffer,
  { profile, certificate }: PeerOptions,
): Promise<MediaPeer> {
  const ice = offer.iceParameters as types.IceParameters;
  const transport = {
    iceParameters: ice,
    iceCandidates: offer.iceCandidates as types.IceCandidate[],
    connect: async ({ dtlsParameters }: { dtlsParameters: types.DtlsParameters }) => {
      const reply = await screen.media({
        type: 'media.connect',
        transportId: offer.id,
        dtlsParameters: { role: 'client', fingerprints: dtlsParameters.fingerprints },
      });
      if (!reply.ok) throw new Error(`the transport was refused: ${reply.reason}`);
    },
  };
  const { socket, sending } = await connectPeer(transport as types.WebRtcTransport, profile, certificate);
  const stopConsent = keepConsent(socket, ice);
  return {
    socket,
    sending,
    close: () => {
      stopConsent();
      socket.close();
    },
  };
}
