import type {
  Bye,
  CommandReply,
  DataNotice,
  DataReply,
  DataRequest,
  DirectCall,
  DirectNotice,
  Envelope,
  EventBatch,
  Hello,
  HelloReply,
  MediaNotice,
  MediaReply,
  MediaRequest,
  Names,
  Opening,
  OpeningAnswer,
  PageTurn,
  RelayedSignal,
  Signal,
  Snapshot,
  TimingDown,
  TimingUp,
} from '@tongke/shared-types';

/** What can be asked over the wire, and what is answered. */
export interface Requests {
  readonly hello: { readonly ask: Hello; readonly answer: HelloReply };
  readonly command: { readonly ask: Envelope; readonly answer: CommandReply };
  readonly media: { readonly ask: MediaRequest; readonly answer: MediaReply };
  readonly data: { readonly ask: DataRequest; readonly answer: DataReply };
}

/** What the wire reports. */
export interface WireHandlers {
  /** What the screen says while the wire comes up, a round trip earlier than `ask` could; asked for every time. */
  readonly opening: () => Opening | Promise<Opening>;
  readonly opened: (answer: OpeningAnswer) => void;
  readonly up: () => void;
  /** `byServer` when the server closed it on purpose: the wire then stays down until it is told to connect. */
  readonly down: (byServer: boolean) => void;
  readonly events: (batch: EventBatch) => void;
  /** A batch that is one turned page. */
  readonly page: (turn: PageTurn) => void;
  readonly snapshot: (snapshot: Snapshot) => void;
  readonly names: (names: Names) => void;
  readonly media: (notice: MediaNotice) => void;
  readonly data: (notice: DataNotice) => void;
  readonly signal: (signal: RelayedSignal) => void;
  readonly direct: (notice: DirectNotice) => void;
  readonly timing: (message: TimingDown) => void;
  readonly bye: (bye: Bye) => void;
  /** [RS15] A ping was answered; what is said now costs the server no waking of its own. */
  readonly beat: () => readonly Signal[];
}

/** A line to signaling that finds its own way back; nothing is kept for later while it is down. */
export interface Wire {
  readonly connect: () => void;
  readonly disconnect: () => void;
  /** Null when no answer came: the line broke, or `patienceMs` are over. Never rejects. */
  readonly ask: <K extends keyof Requests>(
    kind: K,
    ask: Requests[K]['ask'],
    patienceMs: number,
  ) => Promise<Requests[K]['answer'] | null>;
  /** Latest wins and may be lost. */
  readonly signal: (signal: Signal) => void;
  /** Not kept for later, and never answered. */
  readonly direct: (call: DirectCall) => void;
  readonly timing: (message: TimingUp) => void;
}

/** Opens a wire, not yet connected. */
export type OpenWire = (handlers: WireHandlers) => Wire;
