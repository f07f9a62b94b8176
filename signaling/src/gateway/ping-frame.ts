/** What the `ws` library offers under Engine.IO's WebSocket transport; other transports have no such socket. */
interface FrameSocket {
  readonly readyState: number;
  ping(payload: Uint8Array): void;
  on(event: 'pong', listener: (payload: Uint8Array) => void): void;
}

const OPEN = 1;
/** Sockets that are listened to already. */
const heard = new WeakSet<FrameSocket>();

/**
 * Sends a ping frame of the WebSocket protocol: the browser answers it, and no script of the page can hold the answer back.
 * False where the connection is long-polling. A socket is listened to once, whatever `onPong` it is given later.
 */
export function sendPingFrame(transport: object, payload: Uint8Array, onPong: (payload: Uint8Array) => void): boolean {
  const socket = (transport as { readonly socket?: Partial<FrameSocket> }).socket;
  if (!isFrameSocket(socket) || socket.readyState !== OPEN) return false;
  if (!heard.has(socket)) {
    heard.add(socket);
    socket.on('pong', onPong);
  }
  socket.ping(payload);
  return true;
}

function isFrameSocket(socket: Partial<FrameSocket> | undefined): socket is FrameSocket {
  return typeof socket?.ping === 'function' && typeof socket.on === 'function';
}
