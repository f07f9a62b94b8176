/** What happened to the device: it may have slept, or it is on another network now. */
export type Wake = 'woke' | 'moved';

/** Timers that come so much late were not only slow: the device slept, ms. */
const SLEPT_MS = 5_000;
const LOOK_MS = 1_000;

/** Chromium's, on devices that know; `change` also tells of mere estimates. */
type NetworkInformation = EventTarget & { readonly type?: string };

/** [RC5] Tells each time when a device wakes, shows the page again, or changes its network. Returns the way to stop. */
export function onWake(listener: (wake: Wake) => void): () => void {
  const network = (navigator as { readonly connection?: NetworkInformation }).connection;
  let type = network?.type;
  let lookedAt = Date.now();
  let wasVisible = isVisible();

  const woke = () => listener('woke');
  const moved = () => listener('moved');
  const restored = ({ persisted }: PageTransitionEvent) => persisted && woke();
  const shown = () => isVisible() && woke();
  const changed = () => {
    if (network?.type === type) return;
    type = network?.type;
    moved();
  };
  // Timers of a hidden page are late without any sleep.
  const look = () => {
    const now = Date.now();
    const slept = now - lookedAt >= LOOK_MS + SLEPT_MS;
    if (slept && wasVisible && isVisible()) woke();
    lookedAt = now;
    wasVisible = isVisible();
  };

  const timer = setInterval(look, LOOK_MS);
  addEventListener('online', moved);
  addEventListener('pageshow', restored);
  document.addEventListener('visibilitychange', shown);
  document.addEventListener('resume', woke);
  network?.addEventListener('change', changed);
  return () => {
    clearInterval(timer);
    removeEventListener('online', moved);
    removeEventListener('pageshow', restored);
    document.removeEventListener('visibilitychange', shown);
    document.removeEventListener('resume', woke);
    network?.removeEventListener('change', changed);
  };
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
