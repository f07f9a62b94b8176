import type { Socket } from 'node:dgram';
import { bindingRequest } from '../../mediasoup-worker/smoke/stun.mjs';

/** Browsers show their consent to go on receiving about this often (RFC 7675). */
const CONSENT_MS = 5_000;

/** Sends a browser's STUN checks on a transport; the answer ends them. */
export function keepConsent(socket: Socket, ice: { usernameFragment: string; password: string }): () => void {
  const timer = setInterval(() => socket.send(bindingRequest(ice)), CONSENT_MS);
  return () => clearInterval(timer);
}
