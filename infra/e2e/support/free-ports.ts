import { createServer } from 'node:net';

/** Below the ports that the system gives to whoever asks for any (from 32,768), and for each worker of each of the three runs of tests its own. */
const FIRST = 12_000;
const EACH = 1_300;
const WORKERS = 5;
const run = Number(process.env.TONGKE_TEST_RUN ?? 0);
let next = FIRST + EACH * (WORKERS * run + (Number(process.env.VITEST_POOL_ID ?? 0) % WORKERS));
const last = next + EACH;

/** Ports that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freeRun(1));
  return ports;
}

/** The first of so many ports in a row, all free a moment ago. */
export async function freeRun(count: number): Promise<number> {
  for (; next + count <= last; ) {
    const first = next;
    next += count;
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`All ports up to ${last} were used.`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}
