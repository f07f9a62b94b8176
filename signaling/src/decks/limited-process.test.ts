import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../room/clock.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';
import { type LimitedTask, limitedProcess } from './limited-process.ts';

const SESSION = '/proc/self/autogroup';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-limited-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { cpuSeconds: 20, memoryBytes: 300_000_000, fileBytes: 100_000, silenceMs: 60_000 };

function run(script: string, more: Partial<LimitedTask> = {}) {
  const lines: string[] = [];
  const task = { folder, limits: LIMITS, signal: new AbortController().signal, clock: systemClock };
  const command = ['/bin/sh', '-c', script] as const;
  const how = limitedProcess({ command, ...task, onLine: (line) => void lines.push(line), ...more });
  return { how, lines };
}

test('[DK3] what it says comes line by line, at low priority, in its folder', async () => {
  const { how, lines } = run(`echo one; pwd; nice; [ ! -e ${SESSION} ] || cut -d ' ' -f 2- ${SESSION}`);
  expect(await how).toBe('ended');
  // Where the system shares processors out by sessions, the session's counts.
  const session = existsSync(SESSION) ? ['nice 19'] : [];
  expect(lines).toEqual(['one', folder, '19', ...session]);
});

test.each([
  ['fails by itself', 'exit 3'],
  ['writes a file that is too long', 'head -c 300000 /dev/zero > big'],
  ['computes for too long', 'ulimit -t 1; while :; do :; done'],
  ['wants too much memory', 'head -c 900000000 /dev/zero | tail'],
])('[DK3] one that %s has failed', async (_, script) => {
  expect(await run(script).how).toBe('failed');
});

test('[DK3] one that falls silent is ended, with everything that it started', async () => {
  const clock = new FakeClock();
  const { how, lines } = run('sleep 1000 & echo $! > child; echo up; wait', { clock });
  await until('it is up', () => lines.includes('up'));
  clock.advance(LIMITS.silenceMs);
  expect(await how).toBe('silent');
  const child = Number(readFileSync(join(folder, 'child'), 'utf8'));
  await until('its child is gone', () => !isAlive(child));
});

test('[DK3] it can be stopped, before and after it began', async () => {
  const stop = new AbortController();
  const { how, lines } = run('echo up; sleep 1000', { signal: stop.signal });
  await until('it is up', () => lines.includes('up'));
  stop.abort();
  expect(await how).toBe('stopped');
  expect(await run('true', { signal: stop.signal }).how).toBe('stopped');
});

function isAlive(pid: number): boolean {
  try {
    // A zombie that nobody has fetched yet is gone too.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
