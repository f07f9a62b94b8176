import type { IncomingMessage } from 'node:http';
import type { Actor, ClientToServer, Refusal, ServerToClient, TimingDown } from '@tongke/shared-types';
import type { Socket } from 'socket.io';
import { arrivalOf } from '../guard/arrival.ts';
import type { Arrival } from '../guard/secure-page.ts';
import type { Link } from '../timing/link.ts';
import type { TimingLine } from '../timing/timing-line.ts';
import type { Frame } from './frame.ts';
import type { Hall } from './hall.ts';
import { sendPingFrame } from './ping-frame.ts';
import { writeFrame } from './write-frame.ts';

export type GatewaySocket = Socket<ClientToServer, ServerToClient>;
type Messages = { [E in keyof ServerToClient]: Parameters<ServerToClient[E]>[0] };

/** What a connection proved, for as long as nobody takes it back. */
export type Proof =
  | { readonly kind: 'staff'; readonly sessionId: string; readonly accountId: string }
  | { readonly kind: 'device'; readonly device: 'board' | 'phone'; readonly deviceId: string }
  | { readonly kind: 'tablet'; readonly deviceHash: string; readonly byCode: boolean };

export type RoomDevice = Extract<Actor, { role: 'board' | 'phone' }>;

/** Where a connection stands. */
export type Phase =
  | { readonly kind: 'awaiting-hello' }
  | { readonly kind: 'waiting'; readonly actor: RoomDevice; readonly proof: Proof }
  | { readonly kind: 'joined'; readonly hall: Hall; readonly actor: Actor; readonly proof: Proof };

const UNKNOWN_ARRIVAL: Arrival = { encrypted: false, remoteAddress: undefined, host: undefined, forwarded: false };
const NOTHING = {};

/** One connection. `phase` changes, and whether its link is measured. */
export class Session implements TimingLine {
  readonly #socket: GatewaySocket;
  phase: Phase = { kind: 'awaiting-hello' };
  timing: Link | null = null;

  constructor(socket: GatewaySocket) {
    this.#socket = socket;
  }

  get id(): string {
    return this.#socket.id;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  get cookies(): string {
    return this.#socket.handshake.headers.cookie ?? '';
  }

  /** How it came in; nowhere known, and so by no means safely, once the opening is forgotten. */
  get arrival(): Arrival {
    const request = this.#socket.request as IncomingMessage | null;
    return request ? arrivalOf(request) : UNKNOWN_ARRIVAL;
  }

  /** Forgets how the connection was opened, which is several kB and of no use to a tablet that was let in. */
  forgetOpening(): void {
    const { conn, handshake } = this.#socket;
    Object.assign(conn, { request: null });
    Object.assign(handshake, { headers: NOTHING, auth: NOTHING, query: NOTHING });
  }

  send<E extends keyof ServerToClient>(event: E, message: Messages[E]): void {
    this.#socket.emit(event, ...([message] as unknown as Parameters<ServerToClient[E]>));
  }

  /** What is encoded already, for many; behind everything that was sent before. */
  sendFrame(frame: Frame): void {
    if (this.#socket.connected) writeFrame(this.#socket.conn, frame);
  }

  /** For signals: dropped when the link is not ready to take it. */
  sendVolatile<E extends keyof ServerToClient>(event: E, message: Messages[E]): void {
    this.#socket.volatile.emit(event, ...([message] as unknown as Parameters<ServerToClient[E]>));
  }

  sendTiming(message: TimingDown): void {
    this.send('timing', message);
  }

  pingFrame(payload: Uint8Array): boolean {
    return sendPingFrame(this.#socket.conn.transport, payload, this);
  }

  framePong(payload: Uint8Array): void {
    this.timing?.lesson.framePong(this.timing, payload);
  }

  /** Cuts the link without a word: the screen comes back by itself and says hello again. */
  drop(): void {
    this.#socket.conn.close();
  }

  /** Closes the connection with a reason that the screen can put into words. */
  bye(reason: Refusal): void {
    this.send('bye', { reason });
    this.#socket.disconnect(true);
  }
}

/** The classroom whose board or phone this is, or null. */
export function roomDeviceOf({ phase }: Session): RoomDevice | null {
  if (phase.kind === 'awaiting-hello') return null;
  return phase.actor.role === 'board' || phase.actor.role === 'phone' ? phase.actor : null;
}
