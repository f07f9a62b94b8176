import type { Config } from './config.ts';
import { MediaPortInUse } from './media/media-port-in-use.ts';

/** A plain sentence for whoever started the server: what is wrong and what to do. */
export function startFailure(error: unknown, { controlPort, tabletPort, workerBin }: Config): string {
  if (error instanceof MediaPortInUse)
    return `${error.message} Close the program that uses it, or set ${error.port === tabletPort ? 'TONGKE_TABLET_PORT' : 'TONGKE_MEDIA_PORT'} to another port.`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${controlPort} is in use. Close the program that uses it, or set TONGKE_SFU_PORT to another port.`;
  const reason = error instanceof Error ? error.message : String(error);
  if (/ENOENT|EACCES/.test(reason))
    return `The media worker ${workerBin} cannot be run (${reason}). Check MEDIASOUP_WORKER_BIN.`;
  return `The media server does not start: ${reason}`;
}
