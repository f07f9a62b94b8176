import { RECONNECTION } from '@tongke/shared-types';
import type { OpenWire, Wire, WireHandlers } from '../../classroom-client/src/connection/wire.ts';
import { LightSocket } from '../bench/answers/light-socket.ts';
import { returnPauses } from '../bench/answers/return-pauses.ts';

export interface LightWireOptions {
  /** Asked for at every attempt. */
  readonly port: () => number;
  readonly cookie?: string;
  /** From 0 to 1, for the pauses between attempts. */
  readonly random: () => number;
}

/** [RS11] A screen gives a link up after this silence: the server's beat and its patience. */
const SILENCE_MS = 5_000;

type Waiting = Map<number, (reply: unknown) => void>;

/** The wire of the product's connection over a socket that costs little: the pages' own code talks through it, hundreds in one process. */
export function lightWire({ port, cookie, random }: LightWireOptions): OpenWire {
  const pause = returnPauses(random);
  return (handlers) => {
    const waiting: Waiting = new Map();
    let wanted = false;
    let up = false;
    let attempts = 0;
    let timer: NodeJS.Timeout | null = null;
    let socket: LightSocket | null = null;
    let heardAt = 0;
    let attempted = 0;

    const later = (run: () => void, ms: number) => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(run, ms);
    };
    const lost = (byServer: boolean) => {
      if (timer) clearTimeout(timer);
      timer = null;
      socket?.cut();
      socket = null;
      const wasUp = up;
      up = false;
      for (const answer of [...waiting.values()]) answer(null);
      waiting.clear();
      if (wasUp) handlers.down(byServer);
      if (wanted && !byServer) later(attempt, pause(attempts++));
    };
    const watch = () => {
      if (performance.now() - heardAt > SILENCE_MS) lost(false);
      else later(watch, 500);
    };
    const attempt = async () => {
      attempted += 1;
      const number = attempted;
      const opening = await handlers.opening();
      // Given up, or begun anew, meanwhile.
      if (!wanted || number !== attempted) return;
      const own = new LightSocket({
        port: port(),
        headers: cookie ? `Cookie: ${cookie}\r\n` : '',
        auth: () => JSON.stringify(opening),
        onHeard: () => {
          heardAt = performance.now();
        },
        onOpen: () => {
          if (socket !== own) return;
          up = true;
          attempts = 0;
          heardAt = performance.now();
          later(watch, 500);
          handlers.up();
        },
        onEvent: (bytes) => {
          const [name, body] = JSON.parse(bytes.toString()) as [string, never];
          if (socket === own) hear(handlers, name, body);
        },
        onAnswer: (id, bytes) => waiting.get(id)?.(JSON.parse(bytes.toString())[0]),
        onClosed: (byServer) => socket === own && lost(byServer),
      });
      socket = own;
      later(() => lost(false), RECONNECTION.timeoutMs);
      own.connect();
    };
    const ask: Wire['ask'] = (kind, body, patienceMs) =>
      new Promise((resolve) => {
        if (!up || !socket) return resolve(null);
        const id = socket.ask(JSON.stringify([kind, body]));
        const answer = (reply: unknown) => {
          clearTimeout(patience);
          waiting.delete(id);
          resolve(reply as never);
        };
        const patience = setTimeout(answer, patienceMs, null);
        waiting.set(id, answer);
      });
    return {
      connect: () => {
        if (wanted && (up || timer)) return;
        wanted = true;
        void attempt();
      },
      disconnect: () => {
        wanted = false;
        attempted += 1;
        if (timer) clearTimeout(timer);
        timer = null;
        lost(false);
      },
      ask,
      signal: () => {},
      direct: () => {},
      timing: () => {},
    };
  };
}

function hear(handlers: WireHandlers, name: string, body: never): void {
  switch (name) {
    case 'opened':
    case 'events':
    case 'page':
    case 'snapshot':
    case 'names':
    case 'media':
    case 'data':
    case 'timing':
    case 'signal':
    case 'bye':
      handlers[name](body);
  }
}
