import type { Link, Relay } from '../../netlab/link.ts';
import { startUdpRelay } from '../../netlab/udp-relay.ts';

/** The offer with the relay's address in the place of the sender's own. */
export async function throughRelay(sdp: string, link: Link): Promise<{ readonly relay: Relay; readonly sdp: string }> {
  const candidate = /^a=candidate:\S+ 1 udp \d+ (\d+\.\d+\.\d+\.\d+) (\d+) typ host/m.exec(sdp);
  if (!candidate) throw new Error('The bare page has no IPv4 address.');
  const [, host = '', port = ''] = candidate;
  const relay = await startUdpRelay(link, { host: '127.0.0.1', port: 0 }, { host, port: Number(port) });
  const line = `a=candidate:1 1 udp 2122260223 127.0.0.1 ${relay.port} typ host`;
  const others = sdp.split('\r\n').filter((text) => !text.startsWith('a=candidate:'));
  const at = others.findIndex((text) => text.startsWith('a=ice-ufrag'));
  return { relay, sdp: [...others.slice(0, at), line, ...others.slice(at)].join('\r\n') };
}
