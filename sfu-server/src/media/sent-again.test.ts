import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import mediasoup from 'mediasoup';
import { expect, test } from 'vitest';
import { workerBin } from '../testing/worker-bin.ts';

const PICTURE_SSRC = 3333;
const PACKETS = 50;
const PAYLOAD_BYTES = 1_200;
/** What a link of which nothing is known is believed to carry, in bit/s, and over which time the worker counts. */
const BELIEVED = 600_000;
const WINDOW_MS = 250;

function rtp(sequence: number): Buffer {
  const packet = Buffer.alloc(12 + PAYLOAD_BYTES);
  packet.writeUInt16BE(0x8060, 0);
  packet.writeUInt16BE(sequence, 2);
  packet.writeUInt32BE(PICTURE_SSRC, 8);
  // The beginning of a VP8 key frame.
  packet.set([0x10, 0, 0x02, 0, 0x9d, 0x01, 0x2a, 16, 0, 16], 12);
  return packet;
}

/** RFC 4585: of which 17 packets from `first` on each is missed. */
function nack(ssrc: number, first: number): Buffer {
  const packet = Buffer.alloc(16);
  packet.writeUInt32BE(0x81cd0003, 0);
  packet.writeUInt32BE(1, 4);
  packet.writeUInt32BE(ssrc, 8);
  packet.writeUInt16BE(first & 0xffff, 12);
  packet.writeUInt16BE(0xffff, 14);
  return packet;
}

test('[WL5] a screen that misses all of a picture gets it again at a quarter of what its link carries, and the rest when it asks later', async () => {
  const worker = await mediasoup.createWorker({ workerBin: workerBin(), logLevel: 'error' });
  const socket = createSocket('udp4');
  try {
    const router = await worker.createRouter({
      mediaCodecs: [{ kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 }],
    });
    const direct = await router.createDirectTransport();
    const source = await direct.produce({
      kind: 'video',
      rtpParameters: {
        codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: [{ type: 'nack' }] }],
        encodings: [{ ssrc: PICTURE_SSRC }],
      },
    });
    const screen = await router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    await screen.connect({ ip: '127.0.0.1', port: socket.address().port });
    const consumer = await screen.consume({
      producerId: source.id,
      rtpCapabilities: router.rtpCapabilities,
      enableRtx: true,
    });
    const { ssrc = 0, rtx } = consumer.rtpParameters.encodings?.[0] ?? {};
    const came: number[] = [];
    let again = 0;
    socket.on('message', (message) => {
      if (message.readUInt32BE(8) === ssrc) came.push(message.readUInt16BE(2));
      if (message.readUInt32BE(8) === rtx?.ssrc) again += 1;
    });
    for (let sequence = 0; sequence < PACKETS; sequence += 1) source.send(rtp(sequence));
    await expect.poll(() => came.length).toBe(PACKETS);
    const [first = 0] = came;
    const askForAll = () => {
      for (let from = 0; from < PACKETS; from += 17)
        socket.send(nack(ssrc, first + from), screen.tuple.localPort, '127.0.0.1');
    };
    const most = Math.ceil(((BELIEVED / 4) * (WINDOW_MS / 8_000)) / PAYLOAD_BYTES);
    askForAll();
    await expect.poll(() => again).toBe(most);
    expect((await consumer.getStats()).find(({ type }) => type === 'outbound-rtp')).toMatchObject({
      nackPacketCount: 51,
    });
    expect(again).toBe(most);
    const later = () => {
      askForAll();
      return again;
    };
    await expect.poll(later, { timeout: 5_000 }).toBeGreaterThan(most);
  } finally {
    socket.close();
    worker.close();
  }
});
