import type { Envelope } from './commands.ts';
import type { DataNotice, DataReply, DataRequest } from './data-path.ts';
import type { DirectCall, DirectNotice } from './direct.ts';
import type { Hello } from './hello.ts';
import type { MediaNotice, MediaReply, MediaRequest } from './media.ts';
import type { OpeningAnswer } from './opening.ts';
import type { PageTurn } from './page-turn.ts';
import type { Bye, CommandReply, EventBatch, HelloReply, Names, Snapshot } from './server-messages.ts';
import type { RelayedSignal, RelayedStill, Signal } from './signals.ts';
import type { TimingDown, TimingUp } from './timing.ts';

/** What a screen sends; each but `signal`, `direct` and `timing` is always answered. */
export interface ClientToServer {
  hello: (hello: Hello, reply: (answer: HelloReply) => void) => void;
  command: (envelope: Envelope, reply: (answer: CommandReply) => void) => void;
  media: (request: MediaRequest, reply: (answer: MediaReply) => void) => void;
  data: (request: DataRequest, reply: (answer: DataReply) => void) => void;
  signal: (signal: Signal) => void;
  direct: (call: DirectCall) => void;
  timing: (message: TimingUp) => void;
}

/** What a screen receives. */
export interface ServerToClient {
  opened: (answer: OpeningAnswer) => void;
  events: (batch: EventBatch) => void;
  /** A batch that is one turned page. */
  page: (turn: PageTurn) => void;
  snapshot: (snapshot: Snapshot) => void;
  names: (names: Names) => void;
  media: (notice: MediaNotice) => void;
  data: (notice: DataNotice) => void;
  signal: (signal: RelayedSignal) => void;
  /** At most `MOST_STILLS` in one message; each is heard as a `signal`. */
  stills: (stills: readonly RelayedStill[]) => void;
  direct: (notice: DirectNotice) => void;
  timing: (message: TimingDown) => void;
  bye: (bye: Bye) => void;
}
