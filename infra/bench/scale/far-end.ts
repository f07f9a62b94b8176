import { SRTP_PROFILES } from '../../mediasoup-worker/smoke/srtp.mjs';
import { climbShares } from '../rtp/climb.ts';
import type { Place } from '../rtp/forwarded-lesson.ts';
import { openPeer, type PeerOffer, type PeerOptions } from '../rtp/open-peer.ts';
import { PacedStream } from '../rtp/paced-stream.ts';
import { vp8Packet } from '../rtp/vp8-packet.ts';
import { type Watching, watch } from '../rtp/watch.ts';

/** What may be asked of this process: the lead teacher's and the boards' ends of one lesson, media alone. */
export type FarEndAsk =
  | {
      readonly do: 'source';
      readonly offer: PeerOffer;
      readonly profile: string;
      readonly certificate: PeerOptions['certificate'];
      readonly packetsPerSecond: number;
      readonly bytes: number;
    }
  | { readonly do: 'board'; readonly place: Pick<Place, 'offer' | 'stream'> }
  /** Of the full rate, 0 to 1. */
  | { readonly do: 'pace'; readonly share: number }
  /** Nothing is on its way while it counts: the picture rests for that long. */
  | { readonly do: 'count' };

export interface FarEndReplies {
  readonly source: null;
  readonly board: null;
  readonly pace: null;
  /** Packets so far: that boards should have got since they are here, and that they got. */
  readonly count: { readonly due: number; readonly received: number };
}

type Does = {
  readonly [D in FarEndAsk['do']]: (ask: Extract<FarEndAsk, { readonly do: D }>) => Promise<FarEndReplies[D]>;
};

const TICK_MS = 4;
const REST_MS = 60;

const boards: { readonly watching: Watching; readonly from: number }[] = [];
let options: PeerOptions | null = null;
let stream: PacedStream | null = null;
let full = 0;
let share = climbShares()[0] ?? 0;

const does: Does = {
  async source({ offer, profile: name, certificate, packetsPerSecond, bytes }) {
    const profile = SRTP_PROFILES.find((one) => one.name === name);
    if (!profile) throw new Error(`no such SRTP profile: ${name}`);
    options = { profile, certificate };
    full = packetsPerSecond;
    const peer = await openPeer(offer, options);
    const made = { ssrc: 7007, payloadType: 96, packetsPerSecond, bytes };
    const paced = new PacedStream(peer, (sequence) => vp8Packet({ ...made, sequence }));
    paced.pace(full * share);
    stream = paced;
    setInterval(() => paced.tick(performance.now()), TICK_MS);
    return null;
  },
  async board({ place }) {
    if (!options || !stream) throw new Error('a board came before its teacher');
    const watching = await watch(place, options);
    boards.push({ watching, from: stream.sent });
    return null;
  },
  async pace({ share: wanted }) {
    share = wanted;
    stream?.pace(full * share);
    return null;
  },
  async count() {
    stream?.pace(0);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const sent = stream?.sent ?? 0;
    const due = boards.reduce((sum, { from }) => sum + sent - from, 0);
    const received = boards.reduce((sum, { watching }) => sum + watching.received(), 0);
    stream?.pace(full * share);
    return { due, received };
  },
};

process.on('message', ({ number, ask }: { number: number; ask: FarEndAsk }) => {
  void (does[ask.do] as (ask: FarEndAsk) => Promise<unknown>)(ask).then((reply) => process.send?.({ number, reply }));
});
process.once('disconnect', () => process.exit(0));
