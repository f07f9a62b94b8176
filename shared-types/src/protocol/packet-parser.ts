import { type Packet, PacketType, Decoder as PlainDecoder, Encoder as PlainEncoder } from 'socket.io-parser';
import { readStill, writeStill } from './still-frame.ts';

/** What says in a packet's text how many messages of bytes belong to it. */
const ATTACHMENTS = /^[56](\d+)-/;

class Encoder extends PlainEncoder {
  override encode(packet: Packet): (string | Uint8Array)[] {
    const still = stillIn(packet);
    return still ? [writeStill(still)] : super.encode(packet);
  }
}

class Decoder extends PlainDecoder {
  /** Messages of bytes that belong to the last text. */
  #awaited = 0;

  override add(message: unknown): void {
    if (typeof message === 'string') {
      super.add(message);
      this.#awaited = Number(ATTACHMENTS.exec(message)?.[1] ?? 0);
    } else if (this.#awaited > 0) {
      super.add(message);
      this.#awaited -= 1;
    } else {
      this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: ['signal', signalOf(message)] });
    }
  }
}

/**
 * Packets as Socket.IO has them, but for stills: one message of bytes (`writeStill`) instead of a text with a hole and then the bytes. Fifty
 * boards send ten a second, which is most of what a calm lesson costs the server. Both ends speak so.
 */
export const packetParser = { Encoder, Decoder };

function stillIn({ type, data }: Packet) {
  if (type !== PacketType.EVENT || data[0] !== 'signal') return null;
  const said = data[1];
  if (said?.type === 'still') return { peerId: null, jpeg: said.jpeg };
  return said?.signal?.type === 'still' ? { peerId: said.peerId, jpeg: said.signal.jpeg } : null;
}

function signalOf(message: unknown) {
  const { peerId, jpeg } = readStill(message instanceof Uint8Array ? message : new Uint8Array(message as ArrayBuffer));
  const signal = { type: 'still', jpeg };
  return peerId === null ? signal : { peerId, signal };
}
