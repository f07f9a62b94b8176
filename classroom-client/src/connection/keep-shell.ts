/** Lets the browser keep this page, so that it opens at once on a slow link; plain HTTP pages cannot be kept. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  // After the page itself: the first visit has enough to load.
  addEventListener('load', () => void navigator.serviceWorker.register('/shell-worker.js').catch(() => undefined));
}
