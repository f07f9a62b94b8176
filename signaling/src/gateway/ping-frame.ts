/** What the `ws` library offers under Engine.IO's WebSocket transport; other transports have no such socket. */
interface FrameSocket {
  readonly readyState: number;
  ping(payload: Uint8Array): void;
  on(event: 'pong', listener: (this: FrameSocket, payload: Uint8Array) => void): void;
}

const OPEN = 1;
/** Whoever is told of the answer to a ping frame. */
export interface PongListener {
  framePong(payload: Uint8Array): void;
}

/** Sockets that are listened to already. */
const heard = new WeakMap<FrameSocket, PongListener>();

/**
 * Sends a ping frame of the WebSocket protocol: the browser answers it, and no script of the page can hold the answer back.
 * False where the connection is long-polling. A socket is listened to once, whatever listener it is given later.
 */
export function sendPingFrame(transport: object, payload: Uint8Array, listener: PongListener): boolean {
  const socket = (transport as { readonly socket?: Partial<FrameSocket> }).socket;
  if (!isFrameSocket(socket) || socket.readyState !== OPEN) return false;
  if (!heard.has(socket)) {
    heard.set(socket, listener);
    socket.on('pong', onPong);
  }
  socket.ping(payload);
  return true;
}

/** Shared by all sockets, which each closure would cost. */
function onPong(this: FrameSocket, payload: Uint8Array): void {
  heard.get(this)?.framePong(payload);
}

function isFrameSocket(socket: Partial<FrameSocket> | undefined): socket is FrameSocket {
  return typeof socket?.ping === 'function' && typeof socket.on === 'function';
}
