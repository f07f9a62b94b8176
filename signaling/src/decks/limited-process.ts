import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../room/clock.ts';

export interface Limits {
  /** Seconds of computing. */
  readonly cpuSeconds: number;
  /** The most that one process may hold for itself, in bytes. */
  readonly memoryBytes: number;
  /** The longest file that it may write, in bytes. */
  readonly fileBytes: number;
  /** Killed when it has said nothing for so long, ms. */
  readonly silenceMs: number;
}

export interface LimitedTask {
  /** Program and arguments. */
  readonly command: readonly [string, ...string[]];
  /** Where it works, and its only home. */
  readonly folder: string;
  readonly limits: Limits;
  /** Each line that it says. */
  readonly onLine?: (line: string) => void;
  /** Ends it at once. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** `ended` by itself and well, `failed` by itself or by a limit, `silent` for too long, `stopped` from here. */
export type HowItEnded = 'ended' | 'failed' | 'silent' | 'stopped';

/** A longer line or more of them says no program of ours. */
const OUTPUT_CHARACTERS = 40_000_000;
const GIVE_WAY = fileURLToPath(new URL('give-way.sh', import.meta.url));
/** Limits are set by the shell, which every Unix has; `-d` counts what a process holds for itself (RLIMIT_DATA), and not what it only reserves. */
const SET_LIMITS =
  'ulimit -c 0; ulimit -t "$1"; ulimit -d "$2" 2>/dev/null; ulimit -f "$3"; shift 3; exec /bin/sh "$@"';

/**
 * [DK3] Runs a program that reads a stranger's file: at low priority, with limits for time, memory and files, without this process's
 * environment, and without a network where the system can take it away. It and whatever it started are gone afterwards.
 */
export async function limitedProcess(task: LimitedTask): Promise<HowItEnded> {
  const { command, folder, limits, onLine, signal, clock } = task;
  if (signal.aborted) return 'stopped';
  const { cpuSeconds, memoryBytes, fileBytes, silenceMs } = limits;
  // The shell counts memory in KiB and files in blocks of 512 bytes.
  const numbers = [cpuSeconds, Math.ceil(memoryBytes / 1024), Math.ceil(fileBytes / 512)].map(String);
  const inside = [...(await withoutNetwork()), ...command];
  const child = spawn('/bin/sh', ['-c', SET_LIMITS, 'sh', ...numbers, GIVE_WAY, ...inside], {
    cwd: folder,
    detached: true,
    env: { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let why: HowItEnded | null = null;
  const end = (reason: HowItEnded) => {
    why ??= reason;
    killAll(child);
  };
  let cancel = () => {};
  const listen = () => {
    cancel();
    cancel = clock.after(silenceMs, () => end('silent'));
  };
  const stop = () => end('stopped');
  signal.addEventListener('abort', stop);
  listen();
  let said = 0;
  child.stdout.on('data', ({ length }: Buffer) => {
    said += length;
    if (said > OUTPUT_CHARACTERS) end('failed');
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    listen();
    if (why === null) onLine?.(line);
  });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return why ?? (code === 0 ? 'ended' : 'failed');
  } catch {
    return why ?? 'failed';
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
    // What it started itself may still run.
    killAll(child);
  }
}

function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // They are gone.
  }
}

const UNSHARE = ['unshare', '--user', '--map-root-user', '--net', '--'] as const;
let network: Promise<readonly string[]> | null = null;

/** What stands before a command so that it runs in a network of its own, without a way out; nothing where the system does not allow that. */
function withoutNetwork(): Promise<readonly string[]> {
  network ??= new Promise((resolve) => {
    const [program, ...rest] = UNSHARE;
    const trial = spawn(program, [...rest, 'true'], { stdio: 'ignore' });
    trial.on('error', () => resolve([]));
    trial.on('close', (code) => resolve(code === 0 ? UNSHARE : []));
  });
  return network;
}
