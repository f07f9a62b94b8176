import { createSocket } from 'node:dgram';
import { expect, test } from 'vitest';
import { engineContract } from '../testing/engine-contract.ts';
import { silentLog } from '../testing/silent-log.ts';
import { workerBin } from '../testing/worker-bin.ts';
import { MediaPortInUse } from './media-port-in-use.ts';
import { createMediasoupEngine } from './mediasoup-engine.ts';

const engine = () => createMediasoupEngine({ workerBin: workerBin(), addresses: ['127.0.0.1'], log: silentLog });

engineContract('mediasoup', engine, ({ pid }) => process.kill(pid, 'SIGKILL'));

test('a media port that another program holds has a name of its own', async () => {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  await expect(engine().startWorker(socket.address().port, 'media')).rejects.toThrow(MediaPortInUse);
  socket.close();
});

test('a program that is no worker does not start', async () => {
  const wrong = createMediasoupEngine({ workerBin: '/no/such/worker', addresses: ['127.0.0.1'], log: silentLog });
  await expect(wrong.startWorker(0, 'media')).rejects.toThrow('ENOENT');
});

test('[WL2] before the first estimate of what fits nothing is said of a link, though its beacon waits already', async () => {
  const worker = await engine().startWorker(0, 'media');
  const receive = await (await worker.openRouter()).openTransport('receive');
  expect(receive.beacon).not.toBeNull();
  expect((await receive.measure()).available).toBeNull();
  worker.close();
});
