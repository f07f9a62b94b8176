import { type Packet, PacketType } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { packetParser } from './packet-parser.ts';

const jpeg = Uint8Array.of(0xff, 0xd8, 1, 2);
const event = (...data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data });

/** What comes out of what went in, each message as a browser's WebSocket hands it on. */
function carried(packets: readonly Packet[], handed: (message: Uint8Array) => unknown) {
  const [encoder, decoder] = [new packetParser.Encoder(), new packetParser.Decoder()];
  const came: unknown[] = [];
  decoder.on('decoded', ({ data }) => came.push(data));
  const messages = packets.flatMap((packet) => encoder.encode(packet));
  for (const message of messages) decoder.add(typeof message === 'string' ? message : handed(message));
  return { came, messages };
}

test('a still is one message, to the server and from it', () => {
  const sent = event('signal', { type: 'still', jpeg });
  const relayed = event('signal', { peerId: 'room-1', signal: { type: 'still', jpeg } });
  const asBuffer = (message: Uint8Array) => message.slice().buffer;
  for (const handed of [(message: Uint8Array) => message, asBuffer]) {
    const { came, messages } = carried([sent, relayed], handed);
    expect(messages).toHaveLength(2);
    expect(came).toEqual([sent.data, relayed.data]);
  }
});

test('stills that travel together are one message, and each is heard as a signal', () => {
  const still = (peerId: string) => ({ peerId, signal: { type: 'still', jpeg } });
  const stills = event('stills', [still('room-1'), still('room-2')]);
  const { came, messages } = carried([stills], (message) => message);
  expect(messages).toHaveLength(1);
  expect(came).toEqual([
    ['signal', still('room-1')],
    ['signal', still('room-2')],
  ]);
});

test('all else is as Socket.IO has it, and bytes that belong to a text are no still', () => {
  const plain = event('signal', { type: 'link', concealment: 0 });
  const parts = event('other', jpeg, { deep: jpeg });
  const still = event('signal', { type: 'still', jpeg });
  const { came, messages } = carried([plain, parts, still, plain], (message) => message);
  expect(messages.map((message) => typeof message)).toEqual([
    'string',
    'string',
    'object',
    'object',
    'object',
    'string',
  ]);
  expect(came).toEqual([plain, parts, still, plain].map(({ data }) => data));
});

test('bytes without a picture harm nothing', () => {
  const decoder = new packetParser.Decoder();
  const came: unknown[] = [];
  decoder.on('decoded', ({ data }) => came.push(data[0]));
  for (const bytes of [new Uint8Array(0), Uint8Array.of(255), Uint8Array.of(3, 1)]) decoder.add(bytes);
  expect(came).toEqual([]);
});
