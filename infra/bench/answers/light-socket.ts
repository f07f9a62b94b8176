import { createConnection, type Socket } from 'node:net';

export interface LightSocketOptions {
  readonly port: number;
  /** More lines of the request, each with its end. */
  readonly headers?: string;
  /** What Socket.IO calls `auth`, as JSON, asked for at each opening; '' for none. */
  readonly auth: () => string;
  /** An event of the server: its bytes, `["name",…]`, valid only during the call. */
  readonly onEvent: (bytes: Buffer) => void;
  /** The answer to what was asked under this number, `[…]`. */
  readonly onAnswer: (id: number, bytes: Buffer) => void;
  /** The server has answered: from here on it is slow, not gone. */
  readonly onAlive?: () => void;
  readonly onOpen: () => void;
  /** True when the server said goodbye before. */
  readonly onClosed: (byServer: boolean) => void;
  /** Something came, were it only a heartbeat. */
  readonly onHeard?: () => void;
}

/** All sockets of a process read into one buffer, one after the other. */
const SHARED = Buffer.allocUnsafe(1 << 20);
const UPGRADE =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n';
/** Opcodes of WebSocket frames. */
const [TEXT, PING, PONG_FRAME] = [0x1, 0x9, 0xa] as const;
const PONG = clientFrame('3');
const HEADERS_END = Buffer.from('\r\n\r\n');
const [ENGINE_OPEN, ENGINE_PING, MESSAGE] = [0x30, 0x32, 0x34];
const [CONNECTED, DISCONNECT, EVENT, ACK] = [0x30, 0x31, 0x32, 0x33];
const BRACKET = 0x5b;

/**
 * The least client that speaks Socket.IO over a WebSocket: it shares the machine with what it measures, so it leaves it all the
 * processor time that it can. It answers heartbeats, and hands over bytes that nobody has parsed.
 */
export class LightSocket {
  readonly #options: LightSocketOptions;
  #socket: Socket | null = null;
  #rest: Buffer | null = null;
  #upgraded = false;
  #asked = 0;
  #farewell = false;

  constructor(options: LightSocketOptions) {
    this.#options = options;
  }

  get open(): boolean {
    return this.#socket !== null;
  }

  connect(): void {
    this.cut();
    const socket = createConnection({
      port: this.#options.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: SHARED,
        callback: (length) => {
          if (this.#socket === socket) this.#read(SHARED.subarray(0, length));
          return true;
        },
      },
    });
    this.#socket = socket;
    this.#upgraded = false;
    this.#farewell = false;
    this.#rest = null;
    socket.on('error', () => {});
    socket.once('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#options.onClosed(this.#farewell);
    });
    socket.write(`${UPGRADE}${this.#options.headers ?? ''}\r\n`);
  }

  /** Cuts the link without a goodbye; `onClosed` is not called. */
  cut(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.destroy();
  }

  /** Sends an event, `["name",…]` as JSON; answers the number under which its answer comes. */
  ask(json: string): number {
    const id = this.#asked++;
    this.#socket?.write(clientFrame(`42${id}${json}`));
    return id;
  }

  #read(chunk: Buffer): void {
    this.#options.onHeard?.();
    let bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    this.#rest = null;
    if (!this.#upgraded) {
      const end = bytes.indexOf(HEADERS_END);
      if (end >= 0) {
        this.#upgraded = true;
        bytes = bytes.subarray(end + 4);
      }
    }
    let at = 0;
    while (this.#upgraded && this.#socket) {
      const frame = serverFrame(bytes, at);
      if (!frame) break;
      const payload = bytes.subarray(frame.from, frame.to);
      if (frame.opcode === TEXT) this.#take(payload);
      // As browsers do; its payload is of chance, and no message.
      else if (frame.opcode === PING) this.#socket.write(clientFrame(payload, PONG_FRAME));
      at = frame.to;
    }
    if (at < bytes.length && this.#socket) this.#rest = Buffer.from(bytes.subarray(at));
  }

  #take(message: Buffer): void {
    const { auth, onAlive, onOpen, onEvent, onAnswer } = this.#options;
    if (message[0] === ENGINE_PING) this.#socket?.write(PONG);
    else if (message[0] === ENGINE_OPEN) {
      onAlive?.();
      this.#socket?.write(clientFrame(`40${auth()}`));
    } else if (message[0] !== MESSAGE) return;
    else if (message[1] === EVENT) onEvent(message.subarray(2));
    else if (message[1] === CONNECTED) onOpen();
    else if (message[1] === DISCONNECT) this.#farewell = true;
    else if (message[1] === ACK) {
      const start = message.indexOf(BRACKET, 2);
      onAnswer(Number(message.toString('latin1', 2, start)), message.subarray(start));
    }
  }
}

interface ServerFrame {
  readonly opcode: number;
  readonly from: number;
  readonly to: number;
}

/** Where the payload of the frame that begins here lies, or null while it is not whole. Servers do not mask. */
function serverFrame(bytes: Buffer, at: number): ServerFrame | null {
  if (bytes.length < at + 2) return null;
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  const from = at + (short === 126 ? 4 : short === 127 ? 10 : 2);
  if (bytes.length < from) return null;
  const length =
    short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
  if (bytes.length < from + length) return null;
  return { opcode: (bytes[at] ?? 0) & 0x0f, from, to: from + length };
}

/** A frame of a client; the mask is all zeros, which leaves the payload as it is. */
function clientFrame(content: string | Buffer, opcode: number = TEXT): Buffer {
  const payload = Buffer.from(content as string);
  const { length } = payload;
  const long = length > 125;
  const frame = Buffer.alloc((long ? 8 : 6) + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (long ? 126 : length);
  if (long) frame.writeUInt16BE(length, 2);
  payload.copy(frame, long ? 8 : 6);
  return frame;
}
