import type { Place } from './forwarded-lesson.ts';
import { openPeer, type PeerOptions } from './open-peer.ts';
import { reportAsBrowser } from './report-as-browser.ts';

/** The far end of a board: reads, throws away, and reports as a browser does. */
export interface Watching {
  /** Packets of the stream so far. */
  readonly received: () => number;
  readonly close: () => void;
}

/** Connects by ICE and DTLS; where transport-wide feedback is negotiated, it is sent. */
export async function watch(
  { offer, stream }: Pick<Place, 'offer' | 'stream'>,
  options: PeerOptions,
): Promise<Watching> {
  const { socket, sending, close } = await openPeer(offer, options);
  return { received: reportAsBrowser(socket, sending.rtcp, stream), close };
}
