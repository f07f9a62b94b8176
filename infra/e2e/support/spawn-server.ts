import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface ServerProcess {
  readonly pid: number;
  readonly links: readonly Link[];
  /** What it printed, for a test that fails. */
  readonly output: () => string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts one of the servers as its launcher would, and waits until it says that it is ready. */
export async function spawnServer(name: 'signaling' | 'sfu-server', env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = fork('src/main.ts', {
    cwd: `${ROOT}${name}`,
    env: { ...process.env, ...env },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const links = await readiness(child, () => output);
  return {
    pid: child.pid ?? 0,
    links,
    output: () => output,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

interface Message {
  readonly type: 'ready' | 'failed';
  readonly links?: readonly Link[];
  readonly message?: string;
}

function readiness(child: ChildProcess, output: () => string): Promise<readonly Link[]> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: Message) => {
      if (message.type === 'ready') resolve(message.links ?? []);
      else reject(new Error(message.message ?? 'The server could not start.'));
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${output()}`)));
  });
}
