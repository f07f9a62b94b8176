/*
 * Keeps the pages of boards and teachers in the browser: a kept page is shown at once, and a fresh one is fetched behind it for the
 * next time. A reload asks the server first, so that a page that the server calls too old finds its successor.
 */
const SHELL = 'tongke-shell';
const PAGES = ['/board', '/teach'];

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(PAGES.map((path) => refresh(path, path).catch(() => undefined))));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGES.includes(pathname)) event.respondWith(page(event, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(event));
});

async function page(event, path) {
  const kept = await (await caches.open(SHELL)).match(path);
  const fresh = refresh(path, event.request);
  if (!kept) return fresh;
  const asked = event.request.cache === 'no-cache' || event.request.cache === 'reload';
  if (asked) return fresh.catch(() => kept);
  event.waitUntil(fresh.catch(() => undefined));
  return kept;
}

async function refresh(path, request) {
  const response = await fetch(request);
  if (response.ok) await (await caches.open(SHELL)).put(path, response.clone());
  return response;
}

/** A kept page may name files that neither the browser nor the server has any more: then it is no page, and is loaded anew. */
async function asset(event) {
  const response = await fetch(event.request);
  if (response.status === 404 && (await caches.delete(SHELL))) {
    const client = await self.clients.get(event.clientId);
    if (client) event.waitUntil(client.navigate(client.url).catch(() => undefined));
  }
  return response;
}
