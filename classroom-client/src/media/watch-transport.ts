import type { Wake } from '../connection/wake.ts';
import type { Transport } from './engine.ts';
import { type Heard, heardOf, isSilent, nextPulse, type Pulse } from './pulse.ts';
import { nextRepair, type Repair } from './repair.ts';

/** How often a connection is looked at, and how often while nothing new came, ms. */
const LOOK_MS = 1_000;
const DOUBT_MS = 250;

interface Reaction {
  /** Signaling can be asked now. */
  isUp(): boolean;
  changed(): void;
  restart(): Promise<void>;
  /** A restart did not help: the connection has to be made anew. */
  broken(): void;
}

export interface Watch {
  /** True while nothing gets through that did before. */
  silent(): boolean;
  /** Looks at once. On another network what was heard before says nothing any more. */
  wake(wake: Wake): void;
  /** ICE was restarted for it by others: that is what was tried. */
  restarted(): void;
  stop(): void;
}

/** Listens for a connection's signs of life and carries out what `nextRepair` says. */
export function watchTransport(transport: Transport, { isUp, changed, restart, broken }: Reaction): Watch {
  let pulse: Pulse = { pair: '', received: 0, asked: 0, at: performance.now() };
  let heard: Heard | null = null;
  let wasConnected = false;
  let doubted = false;
  let silent = false;
  let repair: Repair | null = null;
  let looking = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const look = async () => {
    if (looking || transport.state() === 'closed') return;
    looking = true;
    heard = wasConnected ? await transport.stats().then(heardOf, () => null) : null;
    looking = false;
    if (timer === null) return;
    const now = performance.now();
    const { pair, received } = pulse;
    pulse = nextPulse(pulse, heard, now);
    const heardAnew = pulse.pair === pair && pulse.received > received;
    if (heardAnew) doubted = false;
    judge(now);
    if (timer !== null) schedule(heardAnew || !wasConnected ? LOOK_MS : DOUBT_MS);
  };

  const judge = (now: number) => {
    const state = transport.state();
    const was = silent;
    // A browser whose statistics say nothing is believed on its word.
    const isMute = pulse.pair === '' ? state === 'disconnected' : doubted || isSilent(pulse, heard, now);
    silent = wasConnected && (state === 'failed' || isMute);
    if (silent !== was) changed();
    const step = nextRepair(repair, { health: healthOf(state), up: isUp(), now });
    repair = step.repair;
    if (step.act === 'restart') void restart().catch(() => undefined);
    if (step.act === 'renew') broken();
  };

  const healthOf = (state: ReturnType<Transport['state']>) => {
    if (silent) return 'silent';
    if (wasConnected) return 'alive';
    return state === 'new' ? 'new' : 'connecting';
  };

  const schedule = (ms: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(look, ms);
  };

  transport.onState((state) => {
    if (timer === null) return;
    if (state === 'connected') {
      wasConnected = true;
      pulse = { ...pulse, at: performance.now() };
      doubted = false;
    }
    changed();
    void look();
  });
  schedule(LOOK_MS);

  return {
    silent: () => silent,
    wake(wake) {
      doubted ||= wake === 'moved' && wasConnected;
      void look();
    },
    restarted() {
      repair = { tried: 'restart', at: performance.now() };
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
