import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const number = (source: string, name: string) => new RegExp(`const ${name} = ([\\d_]+);`).exec(source)?.[1];

it('gives the bare worker the transports that the product gives its own', () => {
  const product = ['mediasoup-engine', 'first-bitrate']
    .map((name) => read(`../../../sfu-server/src/media/${name}.ts`))
    .join();
  const bench = read('product-transport.ts');
  for (const name of ['ICE_CONSENT_TIMEOUT', 'RECEIVE_BUFFER_BYTES', 'FIRST_BITRATE', 'KEY_FRAME_DELAY_MS']) {
    expect(number(product, name), name).toBeDefined();
    expect(number(bench, name), name).toBe(number(product, name));
  }
});
