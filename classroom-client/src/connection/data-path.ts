import { createListeners } from './listeners.ts';
import type { DataChannel, OpenChannel } from './open-channel.ts';

/** A way of the own seat beside the socket: to the server, or to the board of the room. */
export interface DataPath {
  readonly open: boolean;
  /** False when there is no way now. */
  send(bytes: Uint8Array): boolean;
  /** Answers what ends it. */
  onMessage(listener: (bytes: Uint8Array) => void): () => void;
  /** Told after each opening (true) and each loss or end of an open one (false). */
  onTurn(listener: (open: boolean) => void): () => void;
  /** Ends it until a seat is attended again. */
  close(): void;
}

/** The data path of the seat on which this tablet sits. */
export interface SeatDataPath extends DataPath {
  /** Keeps a channel open for this seat; asked again for the same seat it changes nothing. */
  attend(seat: string): void;
  /** The server says that the channel is gone. */
  lost(): void;
  /** Whoever is called is there again: without a channel it is tried soon. */
  hurry(): void;
}

/** [DP1] A school whose tablets sit down, or lose their worker, at the same moment does not come at once. */
const SPREAD_MS = 5_000;
const FIRST_PAUSE_MS = 2_000;
const LAST_PAUSE_MS = 300_000;
/** A channel that lasted this long was lost to a new misfortune. */
const STEADY_MS = 30_000;

/**
 * [DP5] [BR8] Opens the seat's channel up to 5 s after the seat was taken, and again after each loss, ever more slowly; never says a word.
 * `load` brings what only tablets with a seat need; `random` is from 0 to 1.
 */
export function createDataPath(load: () => Promise<OpenChannel>, random = Math.random): SeatDataPath {
  const messages = createListeners<Uint8Array>();
  const turns = createListeners<boolean>();
  let seat: string | null = null;
  let channel: DataChannel | null = null;
  let openedAt = 0;
  let attempt = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(tryToOpen, ms);
  };
  const drop = () => {
    attempt++;
    clearTimeout(timer);
    const had = channel;
    channel = null;
    had?.close();
    if (had) turns.tell(false);
  };
  const afterFailure = () => {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, LAST_PAUSE_MS);
    failures++;
    later(pause * (0.5 + random()));
  };

  async function tryToOpen(): Promise<void> {
    const number = ++attempt;
    const ifMine = (act: () => void) => () => number === attempt && act();
    const handlers = { message: (bytes: Uint8Array) => ifMine(() => messages.tell(bytes))(), lost: ifMine(lost) };
    const opened = await load().then(
      (open) => open(handlers),
      () => ({ ok: false, again: true }) as const,
    );
    if (number !== attempt) {
      if (opened.ok) opened.channel.close();
    } else if (opened.ok) {
      channel = opened.channel;
      openedAt = performance.now();
      turns.tell(true);
    } else if (opened.again) afterFailure();
  }

  function lost(): void {
    if (!channel) return;
    const steady = performance.now() - openedAt >= STEADY_MS;
    drop();
    if (steady) {
      failures = 0;
      later(random() * SPREAD_MS);
    } else afterFailure();
  }

  function close(): void {
    seat = null;
    drop();
  }

  return {
    get open() {
      return channel !== null;
    },
    send: (bytes) => channel?.send(bytes) ?? false,
    onMessage: messages.add,
    onTurn: turns.add,
    lost,
    close,
    hurry() {
      if (seat === null || channel) return;
      failures = 0;
      later(random() * SPREAD_MS);
    },
    attend(next) {
      if (next === seat || typeof RTCPeerConnection === 'undefined') return;
      close();
      seat = next;
      failures = 0;
      later(random() * SPREAD_MS);
    },
  };
}
