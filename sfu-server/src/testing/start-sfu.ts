import type { Log } from '../log.ts';
import type { Engine } from '../media/engine.ts';
import { createMediasoupEngine } from '../media/mediasoup-engine.ts';
import { type RunningSfu, runSfu } from '../run-sfu.ts';
import { silentLog } from './silent-log.ts';
import { workerBin } from './worker-bin.ts';

export interface StartSfuOptions {
  readonly workers?: number;
  readonly controlPort?: number;
  readonly mediaPort?: number;
  readonly tabletPort?: number;
  readonly addresses?: readonly string[];
  readonly secret?: string;
  readonly engine?: Engine;
  readonly log?: Log;
}

export interface StartedSfu extends RunningSfu {
  readonly url: string;
  readonly secret: string;
}

/** A whole media server in this process: real workers unless another engine is given, ports that are free. */
export async function startSfu(options: StartSfuOptions = {}): Promise<StartedSfu> {
  const {
    workers = 1,
    controlPort = 0,
    mediaPort = 0,
    tabletPort = 0,
    addresses = ['127.0.0.1'],
    log = silentLog,
  } = options;
  const secret = options.secret ?? 'a secret for tests alone';
  const engine = options.engine ?? createMediasoupEngine({ workerBin: workerBin(), addresses, log });
  const config = {
    controlPort,
    bind: '127.0.0.1',
    secret,
    workerBin: '',
    mediaPort,
    tabletPort,
    mediaAddresses: [...addresses],
    workers,
    logLevel: 'silent' as const,
  };
  const sfu = await runSfu(config, engine, log);
  return {
    url: `http://127.0.0.1:${sfu.controlPort}`,
    secret,
    controlPort: sfu.controlPort,
    get workerPids() {
      return sfu.workerPids;
    },
    get tabletWorkerPids() {
      return sfu.tabletWorkerPids;
    },
    close: () => sfu.close(),
  };
}
