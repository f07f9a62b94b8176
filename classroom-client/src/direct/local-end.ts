import { type DirectEnd, sha256Of } from '@tongke/shared-types';

/** Addresses of the own network are known at once, their names in a moment, ms. */
const GATHER_MS = 3_000;
const MOST = 16;
const HOST = /^a=candidate:([A-Za-z0-9+/]+) 1 udp (\d+) (\S+) (\d+) typ host/gim;

/** [BR8] What this end says of itself once it knows its own addresses; null where it has none. */
export async function localEnd(connection: RTCPeerConnection): Promise<DirectEnd | null> {
  await gathered(connection);
  const sdp = connection.localDescription?.sdp ?? '';
  const value = sha256Of(sdp);
  const usernameFragment = /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1];
  const password = /^a=ice-pwd:(\S+)/m.exec(sdp)?.[1];
  const candidates = [...sdp.matchAll(HOST)].slice(0, MOST).map(([, foundation = '', priority, address = '', port]) => {
    return { foundation, priority: Number(priority), address, port: Number(port) };
  });
  if (!value || !usernameFragment || !password || candidates.length === 0) return null;
  return { ice: { usernameFragment, password }, fingerprint: { algorithm: 'sha-256', value }, candidates };
}

function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = () => connection.iceGatheringState === 'complete' && resolve();
    connection.onicegatheringstatechange = look;
    setTimeout(resolve, GATHER_MS);
    look();
  });
}
