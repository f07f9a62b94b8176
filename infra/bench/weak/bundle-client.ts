import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** mediasoup-client as a script for a page that has nothing else, under the name `mediasoupClient`. */
export async function bundleClient(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('mediasoup-client'));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'mediasoupClient', fileName: 'client' } },
  });
  const [bundle] = [built].flat();
  const [chunk] = bundle && 'output' in bundle ? bundle.output : [];
  if (!chunk) throw new Error('mediasoup-client was not bundled.');
  return chunk.code;
}
