import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The plain Socket.IO server in a process of its own. */
export class Control {
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #output = '';
  port = 0;

  static async start(env: NodeJS.ProcessEnv): Promise<Control> {
    const control = new Control(env);
    await control.start();
    return control;
  }

  private constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  /** Starts it, on the port that it had before. */
  async start(): Promise<void> {
    const child = fork(fileURLToPath(new URL('control-server.ts', import.meta.url)), [String(this.port)], {
      env: { ...process.env, ...this.#env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (this.#output += chunk));
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    this.port = port;
  }

  /** Says this to everybody. */
  tell(batch: object): void {
    this.#child?.send({ batch });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
