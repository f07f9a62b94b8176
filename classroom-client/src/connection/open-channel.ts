export interface DataChannel {
  /** False when it could not be sent now. */
  send(bytes: Uint8Array): boolean;
  close(): void;
}

export interface ChannelHandlers {
  readonly message: (bytes: Uint8Array) => void;
  /** It ended without our doing; called once. */
  readonly lost: () => void;
}

/** An open channel, or whether a later try may fare better. */
export type Opened =
  | { readonly ok: true; readonly channel: DataChannel }
  | { readonly ok: false; readonly again: boolean };

/** Opens a channel, and never rejects. */
export type OpenChannel = (handlers: ChannelHandlers) => Promise<Opened>;

/** UDP that is blocked shows by nothing but silence. */
const OPEN_MS = 15_000;

/** Why there will be no channel, or null for no more than that there is none. */
type Refused = Extract<Opened, { ok: false }> | null;

/**
 * Opens the one channel of a connection of its own, which `negotiate` makes and brings to the other end. Never rejects: a browser without
 * WebRTC, or with less than it promised, has other ways. Of what waits to be sent there are `mostWaiting` bytes and one message at most.
 */
export async function openChannel(
  handlers: ChannelHandlers,
  mostWaiting: number,
  negotiate: (connection: RTCPeerConnection) => Promise<RTCDataChannel | Refused>,
): Promise<Opened> {
  let connection: RTCPeerConnection | null = null;
  let refused: Refused = null;
  try {
    connection = new RTCPeerConnection();
    const channel = await negotiate(connection);
    if (channel === null || 'ok' in channel) refused = channel;
    else if (await opens(channel)) return { ok: true, channel: channelOf(connection, channel, handlers, mostWaiting) };
  } catch {
    // The other way is always there.
  }
  connection?.close();
  return refused ?? { ok: false, again: true };
}

/** True once the channel is open; false when it will not be. */
function opens(channel: RTCDataChannel): Promise<boolean> {
  return new Promise((resolve) => {
    if (channel.readyState === 'open') resolve(true);
    channel.onopen = () => resolve(true);
    channel.onclose = () => resolve(false);
    setTimeout(resolve, OPEN_MS, false);
  });
}

function channelOf(
  connection: RTCPeerConnection,
  channel: RTCDataChannel,
  handlers: ChannelHandlers,
  mostWaiting: number,
): DataChannel {
  let closed = false;
  const close = () => {
    closed = true;
    connection.close();
  };
  const lost = () => {
    if (closed) return;
    close();
    handlers.lost();
  };
  channel.binaryType = 'arraybuffer';
  channel.onmessage = ({ data }) => {
    if (!closed && data instanceof ArrayBuffer) handlers.message(new Uint8Array(data));
  };
  channel.onclose = lost;
  connection.oniceconnectionstatechange = () => {
    if (connection.iceConnectionState === 'failed') lost();
  };
  return {
    send(bytes) {
      if (channel.readyState !== 'open' || channel.bufferedAmount > mostWaiting) return false;
      try {
        channel.send(bytes as Uint8Array<ArrayBuffer>);
        return true;
      } catch {
        return false;
      }
    },
    close,
  };
}
