/** How a request or a socket's handshake came in. */
export interface Arrival {
  readonly encrypted: boolean;
  readonly remoteAddress: string | undefined;
  /** The Host header. */
  readonly host: string | undefined;
  /** A proxy says that it handed the request on. */
  readonly forwarded: boolean;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * [HT1] Staff pages and routes need TLS, or localhost by both address and name: a proxy on this machine or a rebound name is not
 * somebody who sits at it.
 */
export function isSecurePage({ encrypted, remoteAddress, host, forwarded }: Arrival): boolean {
  return encrypted || (!forwarded && LOOPBACK.test(remoteAddress ?? '') && LOCAL_HOST.test(host ?? ''));
}
