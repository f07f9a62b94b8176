import { LightSocket } from '../answers/light-socket.ts';

const PATIENCE_MS = 20_000;
const OPENED = '["opened"';

/** Sockets that wait for the same message. */
export interface Listeners {
  /** Does something of which each socket is told in one message; answers when each heard it, `performance.now()`. */
  heard(act: () => unknown): Promise<readonly number[]>;
  close(): void;
}

interface Options {
  readonly port: number;
  /** What each says with its opening, as JSON; '' where the server wants nothing. */
  readonly openings: readonly string[];
  /** How the message that counts begins. */
  readonly word: string;
}

/** Opens a socket for each opening, and waits until all are in. Throws where one is refused. */
export async function openListeners({ port, openings, word }: Options): Promise<Listeners> {
  const begins = (bytes: Buffer, with_: string) => bytes.toString('latin1', 0, with_.length) === with_;
  let hear: (at: number) => void = () => {};
  const sockets: LightSocket[] = [];
  await Promise.all(
    openings.map(
      (opening) =>
        new Promise<void>((resolve, reject) => {
          const socket = new LightSocket({
            port,
            auth: () => opening,
            onOpen: () => opening === '' && resolve(),
            onAnswer: () => {},
            onClosed: () => reject(new Error('a socket was closed')),
            onEvent(bytes) {
              if (begins(bytes, word)) hear(performance.now());
              else if (begins(bytes, OPENED)) {
                if (bytes.subarray(0, 60).includes('"ok":true')) resolve();
                else reject(new Error(`a socket was refused: ${bytes}`));
              }
            },
          });
          sockets.push(socket);
          socket.connect();
        }),
    ),
  );
  return {
    heard: (act) =>
      new Promise((resolve, reject) => {
        const at: number[] = [];
        const late = setTimeout(
          () => reject(new Error(`${at.length} sockets of ${sockets.length} heard`)),
          PATIENCE_MS,
        );
        hear = (instant) => {
          at.push(instant);
          if (at.length < sockets.length) return;
          clearTimeout(late);
          resolve(at);
        };
        act();
      }),
    close() {
      for (const socket of sockets) socket.cut();
    },
  };
}
