/*
 * Keeps the pages of boards, teachers and pupils in the browser, with the files that they have loaded: a kept page is shown at once, and a
 * fresh one is fetched behind it for the next time. A reload asks the server first, so that a page that the server calls too old finds its
 * successor; on a dead link it opens from what is kept.
 */
const SHELL = 'tongke-shell';
const PAGES = ['/board', '/teach'];
/** Those of a pupil's tablet, which stand behind a ticket: one page for all of them. */
const TABLET = /^\/s(\/|$)/;
/** A server that has not answered by then is out of reach, ms. */
const PATIENCE_MS = 4_000;
/** As many files are kept; older versions of them go first. */
const FILES = 120;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
  self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGES.includes(pathname)) event.respondWith(page(event, pathname));
  else if (request.mode === 'navigate' && TABLET.test(pathname)) event.respondWith(tablet(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(event));
});

/** The page that brought this worker is the one to keep. */
async function install() {
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  const tablets = open.some(({ url }) => TABLET.test(new URL(url).pathname));
  const paths = tablets ? ['/s'] : PAGES;
  await Promise.all(paths.map((path) => refresh(path, path).catch(() => undefined)));
}

async function page(event, path) {
  const kept = await (await caches.open(SHELL)).match(path);
  const fresh = refresh(path, event.request);
  if (!kept) return fresh;
  const asked = event.request.cache === 'no-cache' || event.request.cache === 'reload';
  if (asked) return inTime(fresh, kept);
  event.waitUntil(fresh.catch(() => undefined));
  return kept;
}

/** A tablet's page comes from the server whenever there is one. */
async function tablet(request) {
  const kept = await (await caches.open(SHELL)).match('/s');
  const fresh = refresh('/s', request);
  return kept ? inTime(fresh, kept) : fresh;
}

/** What comes fresh, or what is kept where nothing comes: a dead link often says nothing at all. */
function inTime(fresh, kept) {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS, kept);
    fresh.then(resolve, () => resolve(kept));
  });
}

async function refresh(path, request) {
  const response = await fetch(request);
  if (response.ok) await (await caches.open(SHELL)).put(path, response.clone());
  return response;
}

/**
 * Files have a hash in their names: what is kept is right. A kept page may name files that neither the browser nor the server has any more:
 * then it is no page, and is loaded anew.
 */
async function asset(event) {
  const { request } = event;
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) event.waitUntil(keep(shell, request.url, response.clone()));
  if (response.status === 404 && (await caches.delete(SHELL))) {
    const client = await self.clients.get(event.clientId);
    if (client) event.waitUntil(client.navigate(client.url).catch(() => undefined));
  }
  return response;
}

async function keep(shell, url, response) {
  await shell.put(url, response);
  const files = (await shell.keys()).filter((request) => new URL(request.url).pathname.startsWith('/assets/'));
  for (const old of files.slice(0, Math.max(0, files.length - FILES))) await shell.delete(old);
}
