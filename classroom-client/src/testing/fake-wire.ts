import type { Opening, TimingUp } from '@tongke/shared-types';
import type { OpenWire, Requests, Wire, WireHandlers } from '../connection/wire.ts';

type Kind = keyof Requests;
interface Asked<K extends Kind = Kind> {
  readonly kind: K;
  readonly ask: Requests[K]['ask'];
  readonly answer: (reply: Requests[K]['answer'] | null) => void;
}

/** A wire that the test holds the other end of. */
export interface FakeWire {
  readonly open: OpenWire;
  readonly handlers: () => WireHandlers;
  /** What was asked and not yet answered, oldest first. */
  readonly asked: <K extends Kind>(kind: K) => Asked<K>[];
  readonly up: () => void;
  /** The link breaks: what is under way gets no answer. */
  readonly cut: () => void;
  readonly connects: () => number;
  /** What was said about timing, oldest first. */
  readonly said: readonly TimingUp[];
}

/** Nothing connects by itself: the test says `up`. */
export function fakeWire(): FakeWire {
  let handlers: WireHandlers | null = null;
  let waiting: Asked[] = [];
  let connected = false;
  let connects = 0;
  const said: TimingUp[] = [];
  const cut = (byServer = false) => {
    connected = false;
    const lost = waiting;
    waiting = [];
    for (const { answer } of lost) answer(null);
    handlers?.down(byServer);
  };
  const ask: Wire['ask'] = (kind, message) =>
    new Promise((resolve) => {
      if (!connected) return resolve(null);
      const asked: Asked = {
        kind,
        ask: message,
        answer: (reply) => {
          waiting = waiting.filter((other) => other !== asked);
          resolve(reply as never);
        },
      };
      waiting.push(asked);
    });
  /** The hello of an opening is answered like one that was asked. */
  const say = ({ hello }: Opening) => {
    const asked: Asked<'hello'> = {
      kind: 'hello',
      ask: hello,
      answer: (reply) => {
        waiting = waiting.filter((other) => other !== (asked as Asked));
        if (reply) handlers?.opened({ to: 'hello', reply });
      },
    };
    waiting.push(asked as Asked);
  };
  return {
    open: (given) => {
      handlers = given;
      return {
        connect: () => {
          connects++;
        },
        disconnect: () => connected && cut(),
        ask,
        signal: () => {},
        direct: () => {},
        timing: (message) => connected && said.push(message),
      };
    },
    handlers: () => {
      if (!handlers) throw new Error('Nobody opened the wire.');
      return handlers;
    },
    asked: <K extends Kind>(kind: K) => waiting.filter((one) => one.kind === kind) as unknown as Asked<K>[],
    up: () => {
      connected = true;
      void (async () => {
        const opening = handlers?.opening();
        if (opening) say(opening instanceof Promise ? await opening : opening);
      })();
      handlers?.up();
    },
    cut: () => cut(),
    connects: () => connects,
    said,
  };
}

/** Lets promises that are ready run, with fake timers too. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
