import { flushCompileCache } from 'node:module';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { logRejections } from './log-rejections.ts';
import { runSignaling } from './run-signaling.ts';
import { startFailure } from './start-failure.ts';

/** Tells the launcher what the user must mend, and ends. */
function giveUp(message: string): void {
  createLog('fatal').fatal(message);
  const end = () => process.exit(1);
  if (process.send) process.send({ type: 'failed', message }, end);
  else end();
}

const read = readConfig(process.env);
if (read.ok) {
  const { config } = read;
  const log = createLog(config.logLevel);
  logRejections(log);
  try {
    const signaling = await runSignaling(config, log);
    let stopping = false;
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      await signaling.close();
      process.exit(0);
    };
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, stop);
    const { links, note, qr } = signaling;
    process.send?.({ type: 'ready', links, note, qr });
    // Whoever kills it finds it back in half the time.
    flushCompileCache();
  } catch (error) {
    giveUp(startFailure(error, config));
  }
} else {
  giveUp(read.message);
}
