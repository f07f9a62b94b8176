/** A message that is written to many sockets and encoded once. */
export interface Frame {
  /** The packet as Socket.IO writes it. */
  readonly text: string;
  /** The same as a WebSocket frame of a server: one unmasked text frame, not compressed. */
  readonly bytes: Buffer;
}

/** An event of this name with this body, which is JSON already. */
export function frameOf(event: string, json: string): Frame {
  const text = `2["${event}",${json}]`;
  // Engine.IO marks a message by a 4.
  const payload = `4${text}`;
  const length = Buffer.byteLength(payload);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = 0x81;
  if (head === 2) bytes[1] = length;
  else if (head === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.write(payload, head);
  return { text, bytes };
}
