import { type HelloReply, type MediaReply, refuse } from '@tongke/shared-types';
import type { Strangers } from '../guard/strangers.ts';
import { TokenBucket } from '../guard/token-bucket.ts';
import { allowanceOf, bucketOf, isStranger, saysToBeKnown } from './allowances.ts';
import { type ReceiveDeps, receive } from './receive.ts';
import { type GatewaySocket, Session } from './session.ts';

export interface ConnectionDeps extends ReceiveDeps {
  readonly strangers: Strangers;
}

/** A longer message is no part of the protocol; the transport itself gives up at four times this. */
export const MAX_MESSAGE_BYTES = 65_536;
const HELLO_MS = 15_000;
const nothing = () => {};

/** [AC6] Listens to one socket for as long as it lives: size, pace, order; then `receive` has the message. */
export function connect(socket: GatewaySocket, deps: ConnectionDeps): Session {
  const { clock, strangers } = deps;
  const session = new Session(socket);
  let bucket: TokenBucket | null = null;
  let allowance = allowanceOf(session);
  let greeting = false;
  const ownBucket = () => {
    const now = allowanceOf(session);
    if (!bucket || now !== allowance) bucket = new TokenBucket(now, () => clock.now());
    allowance = now;
    return bucket;
  };

  let first = true;
  const withinPace = (event: string, body: unknown) => {
    // The share of those who are known is for one hello a connection: whoever is refused is a stranger.
    const known = first && event === 'hello' && saysToBeKnown(session, body);
    first = false;
    return bucketOf(session, ownBucket).take() && (!isStranger(session) || strangers.take(known));
  };
  const answerTo = async (event: string, body: unknown): Promise<unknown> => {
    if (!withinPace(event, body)) return refuse('too-many-requests');
    if (event !== 'hello') return receive(session, event, body, deps);
    if (greeting) return refuse('busy-try-again');
    greeting = true;
    const { phase } = session;
    try {
      const reply = (await receive(session, event, body, deps)) as HelloReply;
      // Who is not granted another place has none.
      if (!reply.ok && phase.kind === 'joined' && session.phase === phase) phase.hall.leave(session, reply.reason);
      if (reply.ok) {
        cancelHello();
        cancelHello = nothing;
      }
      return reply;
    } finally {
      greeting = false;
    }
  };

  socket.conn.on('packet', ({ data }: { data?: unknown }) => {
    if (sizeOf(data) > MAX_MESSAGE_BYTES) session.bye('too-large');
  });
  socket.onAny((event: string, ...args: unknown[]) => {
    if (!socket.connected) return;
    const answer = args.at(-1);
    void answerTo(event, args[0]).then((reply) => {
      if (typeof answer === 'function') answer(reply);
    });
  });
  let cancelHello = clock.after(HELLO_MS, () => {
    if (session.phase.kind === 'awaiting-hello' && !greeting) session.drop();
  });
  // The packet that opens the socket has come before anybody could listen to it.
  const opening = socket.handshake.auth;
  if (sizeOf(JSON.stringify(opening)) > MAX_MESSAGE_BYTES) session.bye('too-large');
  else void answerOpening(session, opening, answerTo);
  socket.on('disconnect', (cause) => {
    cancelHello();
    if (session.phase.kind === 'joined') session.phase.hall.leave(session, cause);
    // Whoever still waits for an answer on its behalf finds that it stands for nobody.
    session.phase = { kind: 'awaiting-hello' };
  });
  return session;
}

/** [RS1] What was said while the socket opened is answered like the messages of these names; a join only behind a granted hello. */
async function answerOpening(
  session: Session,
  opening: Readonly<Record<string, unknown>>,
  answerTo: (event: string, body: unknown) => Promise<unknown>,
): Promise<void> {
  if (opening.hello === undefined) return;
  const reply = (await answerTo('hello', opening.hello)) as HelloReply;
  session.send('opened', { to: 'hello', reply });
  if (!reply.ok || opening.media === undefined) return;
  const joined = (await answerTo('media', opening.media)) as MediaReply<'media.join'>;
  session.send('opened', { to: 'media', reply: joined });
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
