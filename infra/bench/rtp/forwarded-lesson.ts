import type { PeerOffer } from './open-peer.ts';
import type { ReceivedStream } from './report-as-browser.ts';

/** Where one board receives the lesson's one stream; nothing flows before `resume`. */
export interface Place {
  readonly offer: PeerOffer;
  /** The stream as this board gets it. */
  readonly stream: ReceivedStream;
  readonly resume: () => Promise<void>;
}

/** A lesson with one picture (`BENCH_STREAM`), whoever forwards it: the far ends are opened elsewhere, with the certificate that it was told. */
export interface ForwardedLesson {
  /** Where the picture comes in. */
  readonly source: PeerOffer;
  readonly addBoard: () => Promise<Place>;
  readonly close: () => void;
}
