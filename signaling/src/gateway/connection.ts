import { type HelloReply, type MediaReply, refuse, type Time } from '@tongke/shared-types';
import type { Strangers } from '../guard/strangers.ts';
import { TokenBucket } from '../guard/token-bucket.ts';
import { allowanceOf, bucketOf, isStranger, saysToBeKnown } from './allowances.ts';
import { type ReceiveDeps, receive } from './receive.ts';
import { type GatewaySocket, Session } from './session.ts';

export interface ConnectionDeps extends ReceiveDeps {
  readonly strangers: Strangers;
  readonly now: () => Time;
  /** The link of this one is gone. */
  readonly ended: (session: Session) => void;
}

/** A longer message is no part of the protocol; the transport itself gives up at four times this. */
export const MAX_MESSAGE_BYTES = 65_536;
const HELLO_MS = 15_000;
const nothing = () => {};

/** [AC6] Listens to one socket for as long as it lives: size, pace, order; then `receive` has the message. */
export function connect(socket: GatewaySocket, deps: ConnectionDeps): Session {
  const session = new Session(socket);
  const connection = new Connection(session, deps);
  socket.data = connection;
  socket.conn.on('packet', ({ data }: { data?: unknown }) => {
    if (sizeOf(data) > MAX_MESSAGE_BYTES) session.bye('too-large');
  });
  socket.onAny(heard);
  socket.on('disconnect', gone);
  // The packet that opens the socket has come before anybody could listen to it.
  const opening = socket.handshake.auth;
  if (sizeOf(JSON.stringify(opening)) > MAX_MESSAGE_BYTES) session.bye('too-large');
  else void connection.open(opening);
  return session;
}

// All sockets share their listeners: thousands are open, and each closure would cost each of them.
function heard(this: GatewaySocket, event: string, ...args: readonly unknown[]): void {
  if (!this.connected) return;
  const answer = args.at(-1);
  void (this.data as Connection).answerTo(event, args[0]).then((reply) => {
    if (typeof answer === 'function') answer(reply);
  });
}

function gone(this: GatewaySocket, cause: string): void {
  (this.data as Connection).end(cause);
}

class Connection {
  readonly #session: Session;
  readonly #deps: ConnectionDeps;
  /** Of whoever is nobody here yet, or a guest. */
  #bucket: TokenBucket | null = null;
  #first = true;
  #greeting = false;
  #cancelHello: () => void;

  constructor(session: Session, deps: ConnectionDeps) {
    this.#session = session;
    this.#deps = deps;
    this.#cancelHello = deps.clock.after(HELLO_MS, () => {
      if (session.phase.kind === 'awaiting-hello' && !this.#greeting) session.drop();
    });
  }

  /** [RS1] What was said while the socket opened is answered like the messages of these names; a join only behind a granted hello. */
  async open(opening: Readonly<Record<string, unknown>>): Promise<void> {
    if (opening.hello === undefined) return;
    const reply = (await this.answerTo('hello', opening.hello)) as HelloReply;
    this.#session.send('opened', { to: 'hello', reply });
    if (!reply.ok || opening.media === undefined) return;
    const joined = (await this.answerTo('media', opening.media)) as MediaReply<'media.join'>;
    this.#session.send('opened', { to: 'media', reply: joined });
  }

  async answerTo(event: string, body: unknown): Promise<unknown> {
    const session = this.#session;
    if (!this.#withinPace(event, body)) return refuse('too-many-requests');
    if (event !== 'hello') return receive(session, event, body, this.#deps);
    if (this.#greeting) return refuse('busy-try-again');
    this.#greeting = true;
    const { phase } = session;
    try {
      const reply = (await receive(session, event, body, this.#deps)) as HelloReply;
      // Who is not granted another place has none.
      if (!reply.ok && phase.kind === 'joined' && session.phase === phase) phase.hall.leave(session, reply.reason);
      if (reply.ok) this.#known();
      return reply;
    } finally {
      this.#greeting = false;
    }
  }

  end(cause: string): void {
    const session = this.#session;
    this.#cancelHello();
    if (session.phase.kind === 'joined') session.phase.hall.leave(session, cause);
    // Whoever still waits for an answer on its behalf finds that it stands for nobody.
    session.phase = { kind: 'awaiting-hello' };
    this.#deps.ended(session);
  }

  /** Forgets what only somebody unknown needs. */
  #known(): void {
    this.#cancelHello();
    this.#cancelHello = nothing;
    if (!isStranger(this.#session)) this.#bucket = null;
  }

  #withinPace(event: string, body: unknown): boolean {
    const session = this.#session;
    // The share of those who are known is for one hello a connection: whoever is refused is a stranger.
    const known = this.#first && event === 'hello' && saysToBeKnown(session, body);
    this.#first = false;
    return (
      bucketOf(session, () => this.#ownBucket()).take() && (!isStranger(session) || this.#deps.strangers.take(known))
    );
  }

  #ownBucket(): TokenBucket {
    const allowance = allowanceOf(this.#session);
    if (this.#bucket?.allowance !== allowance) this.#bucket = new TokenBucket(allowance, this.#deps.now);
    return this.#bucket;
  }
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
