import type { Log } from '../log.ts';
import type { Engine, EngineRouter, EngineWorker, Serves } from './engine.ts';
import { MediaPortInUse } from './media-port-in-use.ts';

/** The workers of a server that was killed hold their ports for a moment longer than it. */
const PORT_PATIENCE_MS = 5_000;
const PORT_RETRY_MS = 250;
const FIRST_DELAY_MS = 100;
const LAST_DELAY_MS = 5_000;
/** A worker that lived this long died of a new misfortune, and is replaced at once. */
const STEADY_MS = 10_000;

/** What the log calls them. */
const WORKER = { media: 'media worker', tablets: 'tablets’ worker' } as const;

/** Whom the workers serve, and the port of each (0: any). */
export interface Staff {
  readonly serves: Serves;
  readonly ports: readonly number[];
}

interface Slot {
  readonly port: number;
  worker: EngineWorker | null;
  delayMs: number;
  timer: NodeJS.Timeout | null;
}

/** Workers of one kind, each on a port. A worker that dies is replaced on its port; whoever needs one meanwhile gets another or waits for it. */
export class WorkerPool {
  readonly #engine: Engine;
  readonly #serves: Serves;
  readonly #log: Log;
  readonly #slots: readonly Slot[];
  #waiting: (() => void)[] = [];
  #closed = false;

  private constructor(engine: Engine, { serves, ports }: Staff, log: Log) {
    this.#engine = engine;
    this.#serves = serves;
    this.#log = log;
    this.#slots = ports.map((port) => ({ port, worker: null, delayMs: 0, timer: null }));
  }

  /** Starts a worker on each port (0: any); rejects with `MediaPortInUse` or with what else keeps a worker from starting. */
  static async start(engine: Engine, staff: Staff, log: Log): Promise<WorkerPool> {
    const pool = new WorkerPool(engine, staff, log);
    try {
      await Promise.all(pool.#slots.map((slot) => pool.#startPatiently(slot)));
      return pool;
    } catch (error) {
      pool.close();
      throw error;
    }
  }

  get pids(): number[] {
    return this.#alive().map(({ pid }) => pid);
  }

  /** A router on the worker that has the fewest. */
  async openRouter(): Promise<EngineRouter> {
    for (;;) {
      const [worker] = this.#alive().sort((a, b) => a.load - b.load);
      if (!worker) {
        await this.#nextStart();
        continue;
      }
      try {
        return await worker.openRouter();
      } catch (error) {
        // A worker that dies in between is no reason to refuse a lesson.
        if (worker.alive) throw error;
      }
    }
  }

  close(): void {
    this.#closed = true;
    for (const slot of this.#slots) {
      if (slot.timer) clearTimeout(slot.timer);
      slot.worker?.close();
    }
    this.#wake();
  }

  #alive(): EngineWorker[] {
    return this.#slots.flatMap(({ worker }) => (worker?.alive ? [worker] : []));
  }

  async #nextStart(): Promise<void> {
    if (!this.#closed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#closed) throw new Error('The worker pool is closed.');
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #startPatiently(slot: Slot): Promise<void> {
    for (let waitedMs = 0; ; waitedMs += PORT_RETRY_MS) {
      try {
        return await this.#start(slot);
      } catch (error) {
        if (!(error instanceof MediaPortInUse) || waitedMs >= PORT_PATIENCE_MS || this.#closed) throw error;
        await new Promise((resolve) => setTimeout(resolve, PORT_RETRY_MS));
      }
    }
  }

  async #start(slot: Slot): Promise<void> {
    const worker = await this.#engine.startWorker(slot.port, this.#serves);
    if (this.#closed) return worker.close();
    slot.worker = worker;
    const startedAt = Date.now();
    worker.onDeath(() => {
      this.#log.error({ pid: worker.pid, port: slot.port }, `${WORKER[this.#serves]} died`);
      slot.worker = null;
      if (Date.now() - startedAt >= STEADY_MS) slot.delayMs = 0;
      this.#startLater(slot);
    });
    this.#log.info({ pid: worker.pid, port: slot.port }, `${WORKER[this.#serves]} started`);
    this.#wake();
  }

  #startLater(slot: Slot): void {
    if (this.#closed) return;
    const { delayMs } = slot;
    slot.delayMs = Math.min(Math.max(delayMs * 2, FIRST_DELAY_MS), LAST_DELAY_MS);
    slot.timer = setTimeout(async () => {
      slot.timer = null;
      try {
        await this.#start(slot);
      } catch (error) {
        this.#log.error({ err: error, port: slot.port }, `${WORKER[this.#serves]} does not start`);
        this.#startLater(slot);
      }
    }, delayMs);
  }
}
