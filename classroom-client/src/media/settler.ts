/** Ms at most before something that did not work is tried again; by lot not less than half of it, so that a whole school does not come at once. */
const RETRY_MS = [300, 600, 1_200, 2_000] as const;

export interface Settler {
  /** What is wanted may differ from what is: make it so. Calls while one run is under way lead to one more. */
  kick(): void;
  stop(): void;
}

/**
 * Runs `settle` one at a time until it says that everything is as wanted; after a `false` again, a little later each
 * time. All that must survive a lost link, a new SFU and a change of mind is written as such a loop.
 */
export function createSettler(settle: () => Promise<boolean>, random = Math.random): Settler {
  let running = false;
  let again = false;
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const run = async () => {
    running = true;
    let settled = true;
    while (!stopped) {
      again = false;
      settled = await settle().catch(() => false);
      if (!again) break;
    }
    running = false;
    if (stopped) return;
    failures = settled ? 0 : failures + 1;
    if (settled) return;
    const pause = RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0;
    timer = setTimeout(kick, pause * (0.5 + random() / 2));
  };

  const kick = () => {
    if (stopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    again = true;
    if (!running) void run();
  };

  const stop = () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
  };
  return { kick, stop };
}
