import { type Packet, PacketType, Decoder as PlainDecoder, Encoder as PlainEncoder } from 'socket.io-parser';
import type { RelayedStill } from './signals.ts';
import { readStills, type StillFrame, writeStills } from './still-frame.ts';

/** What says in a packet's text how many messages of bytes belong to it. */
const ATTACHMENTS = /^[56](\d+)-/;

class Encoder extends PlainEncoder {
  override encode(packet: Packet): (string | Uint8Array)[] {
    const stills = stillsIn(packet);
    return stills ? [writeStills(stills)] : super.encode(packet);
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
      const bytes = message instanceof Uint8Array ? message : new Uint8Array(message as ArrayBuffer);
      for (const still of readStills(bytes))
        this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: ['signal', signalOf(still)] });
    }
  }
}

/**
 * Packets as Socket.IO has them, but for stills: one message of bytes (`writeStills`) instead of a text with a hole and then the bytes. Fifty
 * boards send ten a second, which is most of what a calm lesson costs the server. `stills` is heard as a `signal` for each. Both ends speak so.
 */
export const packetParser = { Encoder, Decoder };

function stillsIn({ type, data }: Packet): readonly StillFrame[] | null {
  if (type !== PacketType.EVENT) return null;
  const [event, said] = data;
  if (event === 'stills') return said.map(frameOf);
  if (event !== 'signal') return null;
  if (said?.type === 'still') return [{ peerId: null, jpeg: said.jpeg }];
  return said?.signal?.type === 'still' ? [frameOf(said)] : null;
}

function frameOf({ peerId, signal }: RelayedStill): StillFrame {
  return { peerId, jpeg: signal.jpeg };
}

function signalOf({ peerId, jpeg }: StillFrame) {
  const signal = { type: 'still', jpeg };
  return peerId === null ? signal : { peerId, signal };
}
