import { randomBytes } from 'node:crypto';
import {
  type Bye,
  batchOfTurn,
  type Command,
  type CommandReply,
  type Credentials,
  type DataNotice,
  type DataReply,
  type DtlsParameters,
  evolveAll,
  type HelloReply,
  type LessonEvent,
  type LessonState,
  type MediaNotice,
  type MediaReply,
  type MediaRequest,
  type Names,
  type PageTurn,
  PROTOCOL_VERSION,
  packetParser,
  type Signal,
  type Snapshot,
  type Viewer,
} from '@tongke/shared-types';
import { io, type Socket } from 'socket.io-client';

export interface FakeScreenOptions {
  readonly url: string;
  readonly credentials: Credentials;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A busy machine answers late; one that never answers is a failure. */
const ANSWER_MS = 15_000;

/** A screen without pixels: a real socket, and the same fold as every browser. */
export class FakeScreen {
  readonly socket: Socket;
  readonly notices: MediaNotice[] = [];
  /** How often a batch did not begin where the screen stood. */
  gaps = 0;
  readonly dataNotices: DataNotice[] = [];
  readonly batches: { readonly upTo: number; readonly types: readonly string[] }[] = [];
  view: LessonState | null = null;
  viewer: Viewer | null = null;
  viewKey = '';
  version = 0;
  names: Names = {};
  bye: Bye | null = null;
  credentials: Credentials;

  constructor({ url, credentials, cookie, headers }: FakeScreenOptions) {
    this.credentials = credentials;
    this.socket = io(url, {
      parser: packetParser,
      transports: ['websocket'],
      forceNew: true,
      // `hello` connects: twice at the same time would be taken for nonsense.
      autoConnect: false,
      reconnection: false,
      extraHeaders: { ...(cookie && { cookie: `tk_session=${cookie}` }), ...headers },
    });
    this.socket.on('events', ({ events, from, upTo }) => {
      if (from !== this.version) this.gaps += 1;
      this.#fold(events, upTo);
      this.batches.push({ upTo, types: events.map(({ type }: { type: string }) => type) });
    });
    this.socket.on('page', (turn: PageTurn) => {
      const { from, upTo, events } = batchOfTurn('', turn);
      if (from !== this.version) this.gaps += 1;
      this.#fold(events, upTo);
      this.batches.push({ upTo, types: ['page.turned'] });
    });
    this.socket.on('snapshot', (snapshot: Snapshot) => this.#adopt(snapshot));
    this.socket.on('names', (names: Names) => {
      this.names = names;
    });
    this.socket.on('media', (notice: MediaNotice) => this.notices.push(notice));
    this.socket.on('data', (notice: DataNotice) => this.dataNotices.push(notice));
    this.socket.on('bye', (bye: Bye) => {
      this.bye = bye;
    });
  }

  /** Connects (again) and says hello; answers what the server said. */
  async hello({ again = true } = {}): Promise<HelloReply> {
    if (!this.socket.connected) {
      const connected = new Promise<void>((resolve, reject) => {
        this.socket.once('connect', resolve);
        this.socket.once('connect_error', reject);
      });
      // On its way already: asked again before the server has answered, it would say twice that it connects, and be cut.
      const connecting = this.socket.active && this.socket.io._readyState !== 'closed';
      if (!connecting) this.socket.connect();
      await connected;
    }
    const held =
      again && this.view ? { lessonId: this.view.lessonId, version: this.version, view: this.viewKey } : null;
    const hello = { protocol: PROTOCOL_VERSION, credentials: this.credentials, have: held };
    // Taken in as it arrives: what follows in the same packet is folded into it.
    return new Promise((resolve, reject) => {
      this.socket.timeout(ANSWER_MS).emit('hello', hello, (error: Error | null, reply: HelloReply) => {
        if (error) return reject(error);
        this.#welcome(reply);
        resolve(reply);
      });
    });
  }

  /** From now on it finds its way back by itself, as a page does. */
  stay(): void {
    this.socket.io.reconnection(true);
    this.socket.on('connect', () => void this.hello().catch(() => {}));
  }

  do(command: Command, id = randomBytes(9).toString('base64url')): Promise<CommandReply> {
    return this.ask('command', { id, lessonId: this.view?.lessonId ?? '', command });
  }

  media(request: MediaRequest): Promise<MediaReply> {
    return this.ask('media', request);
  }

  /** Asks for the own seat's data channel. */
  openData(dtlsParameters: DtlsParameters): Promise<DataReply> {
    return this.ask('data', { type: 'data.open', dtlsParameters });
  }

  /** [RS15] Behind each answer to a ping. Returns what ends it. */
  onBeat(listener: () => void): () => void {
    this.socket.io.on('ping', listener);
    return () => this.socket.io.off('ping', listener);
  }

  signal(signal: Signal): void {
    this.socket.emit('signal', signal);
  }

  /** Sends anything and waits for the answer; rejects after `ANSWER_MS` without one. */
  ask<T>(event: string, body: unknown): Promise<T> {
    return this.socket.timeout(ANSWER_MS).emitWithAck(event, body);
  }

  /** The link is cut: no goodbye, as when a cable is pulled. */
  cut(): void {
    this.socket.io.engine?.close();
  }

  close(): void {
    this.socket.disconnect();
  }

  #welcome(reply: HelloReply): void {
    if (!reply.ok) return;
    const { joined } = reply;
    if (joined.kind === 'snapshot') this.#adopt(joined.snapshot);
    if (joined.kind !== 'events') return;
    this.viewer = joined.viewer;
    this.names = joined.names;
    this.#fold(joined.batch.events, joined.batch.upTo);
  }

  #adopt({ view, viewer, viewKey, version, names }: Snapshot): void {
    Object.assign(this, { view, viewer, viewKey, version, names });
  }

  #fold(events: readonly LessonEvent[], upTo: number): void {
    if (this.view) this.view = evolveAll(this.view, events);
    this.version = upTo;
  }
}
