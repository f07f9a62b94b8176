import {
  type Datagram,
  DatagramLane,
  readDatagrams,
  type SfuNotice,
  type SfuReplies,
  type SfuReply,
  type SfuRequest,
  type SfuRequestType,
} from '@tongke/shared-types';
import { io, type Socket } from 'socket.io-client';

type RequestOf<T extends SfuRequestType> = Extract<SfuRequest, { type: T }>;

/** A control link as signaling holds one, for tests and benches. */
export class ControlClient {
  readonly notices: SfuNotice[] = [];
  /** What tablets sent. */
  readonly datagrams: Datagram[] = [];
  readonly #socket: Socket;
  readonly #lane = new DatagramLane((pack) => this.#socket.emit('datagrams', pack), queueMicrotask);
  #heard: () => void = () => {};
  #waiting: { readonly wanted: (notice: SfuNotice) => boolean; readonly resolve: (notice: SfuNotice) => void }[] = [];

  private constructor(url: string) {
    this.#socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
    this.#socket.on('datagrams', (pack: Uint8Array) => {
      this.datagrams.push(...readDatagrams(pack));
      this.#heard();
    });
    this.#socket.on('notice', (notice: SfuNotice) => {
      this.notices.push(notice);
      for (const { resolve } of this.#waiting.filter(({ wanted }) => wanted(notice))) resolve(notice);
      this.#waiting = this.#waiting.filter(({ wanted }) => !wanted(notice));
    });
  }

  /** A link that is connected and has not shown the secret yet; rejects where nobody listens. */
  static async connect(url: string): Promise<ControlClient> {
    const client = new ControlClient(url);
    await new Promise<void>((resolve, reject) => {
      client.#socket.once('connect', resolve);
      client.#socket.once('connect_error', reject);
    });
    return client;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Resolves when the other side ends the link. */
  ended(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#socket.connected) resolve();
      this.#socket.once('disconnect', () => resolve());
    });
  }

  /** Sends anything at all, valid or not. */
  raw(request: unknown): Promise<SfuReply> {
    return this.#socket.timeout(10_000).emitWithAck('request', request);
  }

  datagram(channel: number, message: Uint8Array): void {
    this.#lane.push({ channel, message });
  }

  /** Resolves at once when the next datagrams arrive. */
  nextDatagrams(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
    });
  }

  /** Sends another event than a request. */
  event(name: string): Promise<unknown> {
    return this.#socket.timeout(10_000).emitWithAck(name);
  }

  request<T extends SfuRequestType>(request: RequestOf<T>): Promise<SfuReply<T>> {
    return this.raw(request) as Promise<SfuReply<T>>;
  }

  /** The result; throws where it was refused. */
  async must<T extends SfuRequestType>(request: RequestOf<T>): Promise<SfuReplies[T]> {
    const reply = await this.request<T>(request);
    if (!reply.ok) throw new Error(`${request.type} was refused: ${reply.reason}`);
    return reply.result;
  }

  /** The first notice of this kind, also one that came already. */
  notice(wanted: (notice: SfuNotice) => boolean): Promise<SfuNotice> {
    const known = this.notices.find(wanted);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
  }

  close(): void {
    this.#socket.disconnect();
  }
}
