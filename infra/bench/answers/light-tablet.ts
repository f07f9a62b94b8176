import { type DataRequest, PROTOCOL_VERSION, RECONNECTION } from '@tongke/shared-types';
import { LightSocket } from './light-socket.ts';
import { returnPauses } from './return-pauses.ts';

/** The seat that a tablet holds. */
export interface Seat {
  readonly lessonId: string;
  readonly seatId: string;
  readonly deviceKey: string;
}

/** What is heard of a tablet. Bytes are valid only during the call. */
export interface TabletListener {
  /** It is let in; `bytes` is what it starts from, null at the control, which has no hello. */
  joined?(tablet: LightTablet, bytes: Buffer | null): void;
  /** A message `["events",{…}]`. */
  events?(tablet: LightTablet, bytes: Buffer): void;
  answered?(tablet: LightTablet, id: number, bytes: Buffer): void;
}

const EVENTS = Buffer.from('["events"');
const OPENED = Buffer.from('["opened"');
const SNAPSHOT = Buffer.from('["snapshot"');
const UP_TO = Buffer.from('"upTo":');
const VERSION = Buffer.from('"version":');
const GRANTED = Buffer.from('"ok":true');
/** The server drops whoever has not been let in by then. */
const HELLO_PATIENCE_MS = 15_000;

/** A pupil's tablet as far as the server can tell: it says hello with its opening, and finds its own way back as the product's page does. */
export class LightTablet {
  readonly index: number;
  readonly #socket: LightSocket;
  readonly #seat: Seat | null;
  readonly #listener: TabletListener;
  /** The version at which it stands. */
  version = 0;
  joined = false;
  refusals = 0;
  #attempts = 0;
  readonly #pause = returnPauses(Math.random);
  #timer: NodeJS.Timeout | null = null;

  constructor(index: number, port: number, seat: Seat | null, listener: TabletListener) {
    this.index = index;
    this.#seat = seat;
    this.#listener = listener;
    this.#socket = new LightSocket({
      port,
      auth: () => this.#opening(),
      onAlive: () => {
        if (this.#timer) clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#comeBack(), HELLO_PATIENCE_MS);
      },
      onOpen: () => {
        if (!seat) this.#join(null);
      },
      onEvent: (bytes) => this.#hear(bytes),
      onAnswer: (id, bytes) => listener.answered?.(this, id, bytes),
      onClosed: () => this.#comeBack(),
    });
  }

  connect(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#comeBack(), RECONNECTION.timeoutMs);
    this.#socket.connect();
  }

  /** The link is gone for so long, ms; then it tries again. */
  cutFor(ms: number): void {
    this.joined = false;
    this.#socket.cut();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), ms);
  }

  /** Sends a command; answers the number under which its answer comes. */
  command(id: string, command: object): number {
    return this.#socket.ask(JSON.stringify(['command', { id, lessonId: this.#seat?.lessonId ?? '', command }]));
  }

  /** Asks about its data channel; answers the number under which the answer comes. */
  data(request: DataRequest): number {
    return this.#socket.ask(JSON.stringify(['data', request]));
  }

  #opening(): string {
    if (!this.#seat) return '';
    const { lessonId, seatId, deviceKey } = this.#seat;
    const have = this.version > 0 ? { lessonId, version: this.version, view: `pupil:${seatId}` } : null;
    const credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId } };
    return JSON.stringify({ hello: { protocol: PROTOCOL_VERSION, credentials, have } });
  }

  #hear(bytes: Buffer): void {
    if (begins(bytes, EVENTS)) {
      this.version = numberAfter(bytes, UP_TO) ?? this.version;
      this.#listener.events?.(this, bytes);
    } else if (begins(bytes, OPENED)) {
      if (bytes.subarray(0, 60).includes(GRANTED)) {
        this.version = numberAfter(bytes, UP_TO) ?? numberAfter(bytes, VERSION) ?? this.version;
        this.#join(bytes);
      } else {
        this.refusals += 1;
        this.cutFor(2_000);
      }
    } else if (begins(bytes, SNAPSHOT)) {
      this.version = numberAfter(bytes, VERSION) ?? this.version;
      this.#listener.joined?.(this, bytes);
    }
  }

  #join(bytes: Buffer | null): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#attempts = 0;
    this.joined = true;
    this.#listener.joined?.(this, bytes);
  }

  /** Waits as the product's page does before it tries again. */
  #comeBack(): void {
    this.cutFor(this.#pause(this.#attempts++));
  }
}

function begins(bytes: Buffer, word: Buffer): boolean {
  return bytes.compare(word, 0, word.length, 0, word.length) === 0;
}

/** The last number behind this word, or null. */
function numberAfter(bytes: Buffer, word: Buffer): number | null {
  const at = bytes.lastIndexOf(word);
  return at < 0 ? null : Number.parseInt(bytes.toString('latin1', at + word.length, at + word.length + 16), 10);
}
