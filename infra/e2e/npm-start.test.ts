import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '@tongke/signaling/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePorts } from './support/free-ports.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';
const NO_NETWORK = {
  HTTP_PROXY: NOWHERE,
  HTTPS_PROXY: NOWHERE,
  http_proxy: NOWHERE,
  https_proxy: NOWHERE,
  npm_config_registry: NOWHERE,
  MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: NOWHERE,
};

let data: string;
let launcher: ChildProcess | undefined;

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'tongke-start-'));
});
afterAll(() => {
  launcher?.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

/** Runs `npm start -- --demo` until its last line is there; answers what it printed and its ports. */
async function started(env: NodeJS.ProcessEnv = {}) {
  const [http = 0, https = 0, sfu = 0, media = 0] = await freePorts(4);
  const flags = ['--demo', '--data', data, '--http-port', String(http), '--https-port', String(https)];
  const child = spawn(process.execPath, ['infra/bootstrap/start.mjs', ...flags], {
    cwd: ROOT,
    env: {
      ...process.env,
      TONGKE_SFU_PORT: String(sfu),
      TONGKE_MEDIA_PORT: String(media),
      TONGKE_TABLET_PORT: '0',
      TONGKE_WORKERS: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launcher = child;
  let text = '';
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk;
      if (text.includes('Ctrl+C stops it.')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${text}`)));
  });
  await ready;
  return { child, text, http, https };
}

/** Who started a process that runs; undefined where it is gone, or gone but for its entry. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : Number(parent);
  } catch {
    return undefined;
  }
}

/** Every process that this one started, directly or not. */
function descendants(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = all.map(Number).filter((child) => parentOf(child) === pid);
  return [...children, ...children.flatMap(descendants)];
}

/** Ctrl+C: exit 0, and no process is left. */
async function stops(child: ChildProcess): Promise<void> {
  const family = descendants(child.pid ?? 0);
  expect(family.length).toBeGreaterThanOrEqual(3);
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  expect(await gone).toEqual([0, null]);
  await until('every process is gone', () => family.every((pid) => parentOf(pid) === undefined));
}

/** The status of a page over TLS, whose certificate the authority in the data folder must vouch for. */
function secureStatus(port: number, path: string): Promise<number | undefined> {
  const ca = readFileSync(join(data, 'tls', 'ca.crt'), 'utf8');
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, ca, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test.each([
  ['the first time', {}],
  ['again, with no network', NO_NETWORK],
])(
  '[DM2] npm start -- --demo prints links that open, serves TLS, and leaves nothing behind: %s',
  async (_when, env) => {
    const { child, text, http, https } = await started(env);
    expect(text).toContain('Tongke 同课 is running.');
    expect(text).toMatch(/█▀▀▀▀▀█.*█▀▀▀▀▀█/);
    const links = text.match(/https?:\/\/\S+\/(?:sign-in|board|s)[#/]\S+/g) ?? [];
    const paths = links.map((link) => new URL(link).pathname.split('/')[1]);
    // Teacher, two boards, two rooms of pupils, administrator; the last one stands below the QR code.
    expect(paths).toEqual(['sign-in', 'board', 'board', 's', 's', 'sign-in', 's']);
    for (const link of links) expect([link, (await fetch(link)).status]).toEqual([link, 200]);
    expect(new URL(links[0] ?? '').port).toBe(String(http));
    for (const path of ['/teach', '/board', '/healthz']) expect(await secureStatus(https, path)).toBe(200);
    await stops(child);
  },
);
