import {
  DatagramLane,
  readDatagrams,
  refuse,
  type SfuNotice,
  type SfuReplies,
  type SfuReply,
  type SfuRequest,
  type SfuRequestType,
} from '@tongke/shared-types';
import { io, type Socket } from 'socket.io-client';
import type { Log } from '../log.ts';

/** The request of each verb. */
export type SfuRequests = { [T in SfuRequestType]: Extract<SfuRequest, { type: T }> };

/** What the SFU says by itself. */
export interface SfuListener {
  /** The link is up (again), with what the SFU has. */
  attached(found: SfuReplies['attach']): void;
  notice(notice: SfuNotice): void;
  /** At once when it arrives. */
  datagram?(channel: number, message: Uint8Array): void;
}

/** The control link to the SFU. A request that cannot be carried or is not answered in time is refused `media/unavailable`. */
export interface SfuLink {
  request<T extends SfuRequestType>(request: SfuRequests[T]): Promise<SfuReply<T>>;
  /** Fire and forget, beside the verbs; false without a link. */
  datagram(channel: number, message: Uint8Array): boolean;
  /** A listener that comes late hears of the link that is up. */
  listen(listener: SfuListener): void;
  close(): void;
}

export interface SfuLinkOptions {
  readonly url: string;
  readonly secret: string;
  readonly log: Log;
}

const TIMEOUT_MS = 5_000;
const AGAIN_MS = 500;

/** Opens the link, and opens it again for ever: lessons go on without it, only media waits. */
export function connectSfu({ url, secret, log }: SfuLinkOptions): SfuLink {
  const socket: Socket = io(url, {
    transports: ['websocket'],
    reconnectionDelay: 100,
    reconnectionDelayMax: 1_000,
    ackTimeout: TIMEOUT_MS,
  });
  const lane = new DatagramLane((pack) => found && socket.emit('datagrams', pack), queueMicrotask);
  const listeners: SfuListener[] = [];
  let found: SfuReplies['attach'] | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  async function send<T extends SfuRequestType>(request: SfuRequests[T]): Promise<SfuReply<T>> {
    try {
      return await socket.emitWithAck('request', request);
    } catch {
      log.warn({ verb: request.type }, 'the SFU did not answer');
      return refuse('media/unavailable');
    }
  }

  socket.on('connect', async () => {
    const reply = await send<'attach'>({ type: 'attach', secret });
    if (!reply.ok) {
      if (socket.connected) log.error({ reason: reply.reason }, 'the SFU refuses the control link');
      return;
    }
    found = reply.result;
    log.info({ sfu: reply.result.sfuId, lessons: reply.result.lessons.length }, 'SFU attached');
    for (const listener of listeners) listener.attached(found);
  });
  socket.on('disconnect', (cause) => {
    if (found) log.warn({ cause }, 'SFU link lost; trying again');
    found = null;
    // A server that closes the link itself is not called back by socket.io.
    if (cause === 'io server disconnect') again = setTimeout(() => socket.connect(), AGAIN_MS);
  });
  socket.on('notice', (notice: SfuNotice) => {
    for (const listener of listeners) listener.notice(notice);
  });
  socket.on('datagrams', (pack: unknown) => {
    for (const { channel, message } of readDatagrams(pack))
      for (const listener of listeners) listener.datagram?.(channel, message);
  });

  return {
    datagram(channel, message) {
      if (found) lane.push({ channel, message });
      return found !== null;
    },
    request: (request) => (found ? send(request) : Promise.resolve(refuse('media/unavailable'))),
    listen(listener) {
      listeners.push(listener);
      if (found) listener.attached(found);
    },
    close() {
      clearTimeout(again);
      socket.disconnect();
    },
  };
}
