import { certificateOf, DATA_CHANNEL, type DataReply, type DataRequest, dataAnswer } from '@tongke/shared-types';
import { isPassing } from './passing.ts';

/** Asks the server; `media/unavailable` where there is no link or no answer. */
export type AskData = (request: DataRequest) => Promise<DataReply>;

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

/** UDP that is blocked shows by nothing but silence. */
const OPEN_MS = 15_000;
/** More than this waits only where nothing gets through; what waits is too old to be of use. */
const MOST_WAITING = 4_096;

/** [DP1] Opens the own seat's data channel with a plain `RTCPeerConnection`; never rejects, and never asks the user for anything. */
export async function openDataChannel(ask: AskData, handlers: ChannelHandlers): Promise<Opened> {
  let connection: RTCPeerConnection | null = null;
  try {
    connection = new RTCPeerConnection();
    const channel = connection.createDataChannel('', DATA_CHANNEL);
    const refused = await negotiate(connection, ask);
    if (refused) {
      connection.close();
      return refused;
    }
    if (await opens(channel)) return { ok: true, channel: wrap(connection, channel, handlers) };
  } catch {
    // No WebRTC in this browser, or less than it promised: the other path is always there.
  }
  connection?.close();
  return { ok: false, again: true };
}

async function negotiate(connection: RTCPeerConnection, ask: AskData): Promise<Extract<Opened, { ok: false }> | null> {
  const offer = await connection.createOffer();
  const sdp = offer.sdp ?? '';
  const dtlsParameters = certificateOf(sdp);
  if (!dtlsParameters) return { ok: false, again: false };
  const reply = await ask({ type: 'data.open', dtlsParameters });
  if (!reply.ok) return { ok: false, again: reply.reason === 'media/unavailable' || isPassing(reply.reason) };
  await connection.setLocalDescription(offer);
  await connection.setRemoteDescription({ type: 'answer', sdp: dataAnswer(sdp, reply.result) });
  return null;
}

function opens(channel: RTCDataChannel): Promise<boolean> {
  return new Promise((resolve) => {
    if (channel.readyState === 'open') resolve(true);
    channel.onopen = () => resolve(true);
    channel.onclose = () => resolve(false);
    setTimeout(resolve, OPEN_MS, false);
  });
}

function wrap(connection: RTCPeerConnection, channel: RTCDataChannel, handlers: ChannelHandlers): DataChannel {
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
      if (channel.readyState !== 'open' || channel.bufferedAmount > MOST_WAITING) return false;
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
