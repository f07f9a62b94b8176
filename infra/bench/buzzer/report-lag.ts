import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchLoop } from './loop-lag.ts';

/** Loaded before a server: at its end it leaves in the folder of `TONGKE_BENCH_LAG` how late its loop was. */
const folder = process.env.TONGKE_BENCH_LAG;
if (folder) {
  const lag = watchLoop();
  process.once('exit', () => writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(lag())));
}
