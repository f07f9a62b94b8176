/** Lets the browser keep this page and its files, so that it opens at once on a slow link and at all on a dead one; plain HTTP pages cannot be kept. */
export function keepShell(): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  // What came before the worker was there passes it once more, out of the browser's own cache.
  serviceWorker.addEventListener('controllerchange', () => {
    for (const { name } of performance.getEntriesByType('resource'))
      if (name.includes('/assets/')) void fetch(name).catch(() => undefined);
  });
  // After the page itself: the first visit has enough to load.
  addEventListener('load', () => void serviceWorker.register('/shell-worker.js').catch(() => undefined));
}
