import { randomBytes } from 'node:crypto';
import type { SfuNotice } from '@tongke/shared-types';
import type { Config } from './config.ts';
import { ControlDesk } from './control/control-desk.ts';
import { openControlServer } from './control/control-server.ts';
import type { Log } from './log.ts';
import type { Engine } from './media/engine.ts';
import { Lessons } from './media/lessons.ts';
import { sampleLinks } from './media/sample-links.ts';
import { WorkerPool } from './media/worker-pool.ts';
import { TabletRooms } from './tablets/tablet-rooms.ts';

export interface RunningSfu {
  readonly controlPort: number;
  /** Process ids of the workers that are alive now: those for media, and the one for tablets. */
  readonly workerPids: readonly number[];
  readonly tabletWorkerPids: readonly number[];
  close(): Promise<void>;
}

/** Brings the whole server up on this engine; rejects where a port is taken or a worker does not start. */
export async function runSfu(config: Config, engine: Engine, log: Log): Promise<RunningSfu> {
  const ports = Array.from({ length: config.workers }, (_, index) => config.mediaPort && config.mediaPort + index);
  const [pool, tabletPool] = await startPools(engine, { ports, tabletPort: config.tabletPort }, log);
  const closePools = () => {
    pool.close();
    tabletPool.close();
  };
  const notify = (notice: SfuNotice) => desk.notify(notice);
  const sfuId = randomBytes(9).toString('base64url');
  const lessons = new Lessons({ sfuId, openRouter: () => pool.openRouter(), notify, log });
  const tablets = new TabletRooms({
    openRouter: () => tabletPool.openRouter(),
    deliver: (datagram) => desk.deliver(datagram),
    notify,
    log,
  });
  const desk = new ControlDesk({ secret: config.secret, lessons, tablets, log });
  try {
    const server = await openControlServer(desk, config.controlPort, config.bind);
    const stopSampling = sampleLinks(lessons, log);
    return {
      controlPort: server.port,
      get workerPids() {
        return pool.pids;
      },
      get tabletWorkerPids() {
        return tabletPool.pids;
      },
      async close() {
        stopSampling();
        await server.close();
        desk.close();
        lessons.closeAll();
        tablets.closeAll();
        closePools();
      },
    };
  } catch (error) {
    closePools();
    throw error;
  }
}

interface Ports {
  readonly ports: readonly number[];
  readonly tabletPort: number;
}

/** [DP3] The workers for media, and one apart from them for tablets, so that thousands of these cannot hurt a picture. */
async function startPools(engine: Engine, { ports, tabletPort }: Ports, log: Log): Promise<[WorkerPool, WorkerPool]> {
  const pool = await WorkerPool.start(engine, { serves: 'media', ports }, log);
  try {
    return [pool, await WorkerPool.start(engine, { serves: 'tablets', ports: [tabletPort] }, log)];
  } catch (error) {
    pool.close();
    throw error;
  }
}
