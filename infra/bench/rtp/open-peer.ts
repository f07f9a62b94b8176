import type { Socket } from 'node:dgram';
import type { types } from 'mediasoup';
import { connectPeer } from '../../mediasoup-worker/smoke/peer.mjs';
import type { SrtpKeys, SrtpProfile } from '../../mediasoup-worker/smoke/srtp.mjs';
import { keepConsent } from './keep-consent.ts';

/** The far end of a transport. */
export interface MediaPeer {
  readonly socket: Socket;
  readonly sending: { readonly rtp: SrtpKeys; readonly rtcp: SrtpKeys };
  readonly close: () => void;
}

/** What is said of a transport, as far as its far end needs it. */
export interface PeerOffer {
  readonly iceParameters: types.IceParameters;
  readonly iceCandidates: types.IceCandidate[];
}

export interface PeerOptions {
  readonly profile: SrtpProfile;
  readonly certificate: { readonly cert: string; readonly key: string; readonly fingerprint: string };
}

/** Brings a transport up, ICE and DTLS, as a browser would; its near end knows the certificate already. */
export async function openPeer(
  { iceParameters, iceCandidates }: PeerOffer,
  { profile, certificate }: PeerOptions,
): Promise<MediaPeer> {
  const transport = { iceParameters, iceCandidates, connect: async () => {} } as unknown as types.WebRtcTransport;
  const { socket, sending } = await connectPeer(transport, profile, certificate);
  const stopConsent = keepConsent(socket, iceParameters);
  return {
    socket,
    sending,
    close: () => {
      stopConsent();
      socket.close();
    },
  };
}
