/** How a request or a socket's handshake came in. */
export interface Arrival {
  readonly encrypted: boolean;
  readonly remoteAddress: string | undefined;
  /** The Host header. */
  readonly host: string | undefined;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** [HT1] Staff pages and routes need TLS, or localhost by both address and name: a proxy or a rebound name is not this machine. */
export function isSecurePage({ encrypted, remoteAddress, host }: Arrival): boolean {
  return encrypted || (LOOPBACK.test(remoteAddress ?? '') && LOCAL_HOST.test(host ?? ''));
}
