import type { Socket } from 'socket.io';
import type { Frame } from './frame.ts';

type Connection = Socket['conn'];

/** What lies below Engine.IO and `ws`, as far as it is there. */
interface Below {
  readonly transport: {
    readonly name: string;
    readonly socket?: { readonly _socket?: { write?: (bytes: Buffer) => unknown } };
  };
  readonly writeBuffer?: readonly unknown[];
}

/**
 * Writes a frame that is encoded already. A WebSocket behind which nothing waits takes the bytes as they are, past two layers that
 * would do the same work for each of thousands of screens; every other link (polling, an upgrade under way, a full buffer) takes the
 * packet in the ordinary way, so that the order stays.
 */
export function writeFrame(conn: Connection, { text, bytes }: Frame): void {
  if (conn.readyState !== 'open') return;
  const { transport, writeBuffer } = conn as unknown as Below;
  const tcp = transport.name === 'websocket' && writeBuffer?.length === 0 ? transport.socket?._socket : null;
  if (tcp && typeof tcp.write === 'function') tcp.write(bytes);
  else conn.write(text);
}
