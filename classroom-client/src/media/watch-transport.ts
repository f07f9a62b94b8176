import type { Transport } from './engine.ts';

/** A short gap heals by itself; after this long without packets ICE looks for another way, in ms. */
const PATIENCE_MS = 3_000;

/** How long a restart of ICE may take before everything is made anew, in ms. */
const RESTART_MS = 8_000;

interface Reaction {
  changed(): void;
  restart(): Promise<void>;
  broken(): void;
}

/** Interrupted for 3 s → restart ICE; failed → restart at once; still not there 8 s later → broken. Returns the way to stop. */
export function watchTransport(transport: Transport, { changed, restart, broken }: Reaction): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let watching = true;
  const wait = (ms: number, then: () => void) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(then, ms);
  };
  const repair = () => {
    void restart().catch(() => undefined);
    wait(RESTART_MS, broken);
  };
  transport.onState((state) => {
    if (!watching) return;
    changed();
    if (state === 'connected' && timer !== null) clearTimeout(timer);
    if (state === 'disconnected') wait(PATIENCE_MS, repair);
    if (state === 'failed') repair();
  });
  return () => {
    watching = false;
    if (timer !== null) clearTimeout(timer);
  };
}
