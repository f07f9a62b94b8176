import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import { ControlDesk } from './control/control-desk.ts';
import { openControlServer } from './control/control-server.ts';
import type { Log } from './log.ts';
import type { Engine } from './media/engine.ts';
import { Lessons } from './media/lessons.ts';
import { sampleQuality } from './media/sample-quality.ts';
import { WorkerPool } from './media/worker-pool.ts';

export interface RunningSfu {
  readonly controlPort: number;
  /** Process ids of the workers that are alive now. */
  readonly workerPids: readonly number[];
  close(): Promise<void>;
}

/** Brings the whole server up on this engine; rejects where a port is taken or a worker does not start. */
export async function runSfu(config: Config, engine: Engine, log: Log): Promise<RunningSfu> {
  const ports = Array.from({ length: config.workers }, (_, index) => config.mediaPort && config.mediaPort + index);
  const pool = await WorkerPool.start(engine, ports, log);
  const lessons = new Lessons({
    sfuId: randomBytes(9).toString('base64url'),
    openRouter: () => pool.openRouter(),
    notify: (notice) => desk.notify(notice),
    log,
  });
  const desk = new ControlDesk({ secret: config.secret, lessons, log });
  try {
    const server = await openControlServer(desk, config.controlPort, config.bind);
    const stopSampling = sampleQuality(lessons, log);
    return {
      controlPort: server.port,
      get workerPids() {
        return pool.pids;
      },
      async close() {
        stopSampling();
        await server.close();
        desk.close();
        lessons.closeAll();
        pool.close();
      },
    };
  } catch (error) {
    pool.close();
    throw error;
  }
}
