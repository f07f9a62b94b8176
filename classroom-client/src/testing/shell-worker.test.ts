import { expect, test, vi } from 'vitest';
import code from '../../build/shell-worker.js?raw';

const PAGE = 'https://school.example/board';

/** Runs the worker in a browser of its own: one cache, and a network that the test answers. */
async function startWorker(opened = PAGE) {
  const listeners = new Map<string, (event: object) => void>();
  const kept = new Map<string, Response>();
  const network = vi.fn(async (_: unknown) => new Response('fresh'));
  const navigate = vi.fn(async () => null);
  const cache = {
    match: async (path: string) => kept.get(path)?.clone(),
    put: async (path: string, response: Response) => void kept.set(path, response),
    keys: async () => [...kept.keys()].map((path) => ({ url: new URL(path, PAGE).href })),
    delete: async ({ url }: { readonly url: string }) => kept.delete(url),
  };
  const caches = {
    open: async () => cache,
    delete: async () => {
      const had = kept.size > 0;
      kept.clear();
      return had;
    },
  };
  const self = {
    location: { origin: 'https://school.example' },
    clients: {
      claim: async () => undefined,
      matchAll: async () => [{ url: opened }],
      get: async () => ({ url: PAGE, navigate }),
    },
    skipWaiting: () => undefined,
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  };
  new Function('self', 'caches', 'fetch', code)(self, caches, network);
  const send = async (type: string, request: object = {}) => {
    let answer: Promise<Response> | undefined;
    const waits: Promise<unknown>[] = [];
    listeners.get(type)?.({
      request: { method: 'GET', cache: 'default', ...request },
      clientId: 'c',
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
      waitUntil: (work: Promise<unknown>) => waits.push(work),
    });
    const text = await answer?.then((response) => response.text());
    await Promise.all(waits);
    return text;
  };
  const open = (cacheMode = 'default', url = PAGE) => send('fetch', { url, mode: 'navigate', cache: cacheMode });
  await send('install');
  return { send, open, network, kept, navigate };
}

const answer =
  (text: string, status = 200) =>
  async () =>
    new Response(text, { status });
const offline = async () => Promise.reject(new TypeError('offline'));

test('a kept page is shown at once, and the fresh one the next time', async () => {
  const { open, network } = await startWorker();
  network.mockImplementation(answer('newer'));
  expect(await open()).toBe('fresh');
  expect(await open()).toBe('newer');
  network.mockImplementation(offline);
  expect(await open()).toBe('newer');
});

test('a reload asks the server first, and shows what is kept where there is none', async () => {
  const { open, network } = await startWorker();
  network.mockImplementation(answer('newer'));
  expect(await open('no-cache')).toBe('newer');
  network.mockImplementation(offline);
  expect(await open('reload')).toBe('newer');
});

test('[PK6] a reload on a link that says nothing opens what is kept after four seconds', async () => {
  const { open, network } = await startWorker();
  network.mockImplementation(() => new Promise(() => undefined));
  vi.useFakeTimers();
  const opened = open('no-cache');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await opened).toBe('fresh');
  vi.useRealTimers();
});

test('an error is no page to keep', async () => {
  const { open, network } = await startWorker();
  network.mockImplementation(answer('down', 503));
  await open();
  expect(await open()).toBe('fresh');
});

test('other pages, other sites and what is sent go past it', async () => {
  const { send, open } = await startWorker();
  expect(await open('default', 'https://school.example/admin')).toBeUndefined();
  expect(await send('fetch', { url: 'https://elsewhere.example/board', mode: 'navigate' })).toBeUndefined();
  expect(await send('fetch', { url: PAGE, method: 'POST', mode: 'navigate' })).toBeUndefined();
});

test('[PK6] a tablet’s page comes from the server, and on a dead link from what is kept, whatever its ticket', async () => {
  const { open, network } = await startWorker('https://school.example/s/one');
  network.mockImplementation(answer('newer'));
  expect(await open('default', 'https://school.example/s/one')).toBe('newer');
  network.mockImplementation(offline);
  expect(await open('default', 'https://school.example/s/two')).toBe('newer');
});

test('[PK6] the files of a page are kept: they need no network the second time; of many the oldest go', async () => {
  const { send, network, kept } = await startWorker();
  const asset = (name: string | number) =>
    send('fetch', { url: `https://school.example/assets/${name}.js`, mode: 'cors' });
  expect(await asset('a')).toBe('fresh');
  network.mockImplementation(offline);
  expect(await asset('a')).toBe('fresh');
  network.mockImplementation(answer('more'));
  for (let name = 0; name < 130; name += 1) await asset(name);
  expect([...kept.keys()].filter((path) => path.includes('/assets/'))).toHaveLength(120);
  expect(kept.has('/board')).toBe(true);
});

test('a page whose files are gone everywhere is loaded anew, once', async () => {
  const { send, network, kept, navigate } = await startWorker();
  network.mockImplementation(answer('none', 404));
  const asset = { url: 'https://school.example/assets/old.js', mode: 'cors' };
  await send('fetch', asset);
  expect([kept.size, navigate.mock.calls.length]).toEqual([0, 1]);
  await send('fetch', asset);
  expect(navigate).toHaveBeenCalledTimes(1);
});
