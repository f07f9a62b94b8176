import type { DtlsParameters } from '@tongke/shared-types';

/** The certificate that new transports will show, and how the SFU will know it. */
export interface Identity {
  readonly certificate: RTCCertificate;
  readonly dtlsParameters: DtlsParameters;
}

/** Made before there is a connection, so that the SFU can be told with the first request; null where the browser cannot. */
export async function createIdentity(): Promise<Identity | null> {
  // Without it the media library copies its settings as text, and a certificate is none.
  if (typeof RTCPeerConnection === 'undefined' || typeof structuredClone !== 'function') return null;
  try {
    const certificate = await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as never);
    const fingerprints = certificate
      .getFingerprints()
      .flatMap(({ algorithm, value }) =>
        algorithm === 'sha-256' && value ? [{ algorithm, value: value.toUpperCase() } as const] : [],
      );
    return fingerprints.length > 0 ? { certificate, dtlsParameters: { role: 'client', fingerprints } } : null;
  } catch {
    return null;
  }
}
