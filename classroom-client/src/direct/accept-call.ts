import { channelSdp, DIRECT_BYTES, DIRECT_CHANNEL, DIRECT_LABEL, type DirectEnd } from '@tongke/shared-types';
import { type ChannelHandlers, channelOf, type Opened, opens } from '../connection/channel-of.ts';
import { localEnd } from './local-end.ts';

/** [BR8] The board's end of a tablet's call; `answer` brings what it says of itself to the tablet. Never rejects. */
export async function acceptCall(
  tablet: DirectEnd,
  answer: (end: DirectEnd) => void,
  handlers: ChannelHandlers,
): Promise<Opened> {
  let connection: RTCPeerConnection | null = null;
  try {
    connection = new RTCPeerConnection();
    const channel = connection.createDataChannel(DIRECT_LABEL, DIRECT_CHANNEL);
    const sdp = channelSdp(tablet, { setup: 'actpass', mostBytes: DIRECT_BYTES.down });
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription(await connection.createAnswer());
    const end = await localEnd(connection);
    if (end) {
      answer(end);
      if (await opens(channel)) {
        return { ok: true, channel: channelOf(connection, channel, handlers, DIRECT_BYTES.down) };
      }
    }
  } catch {
    // As on the tablet: hands are counted.
  }
  connection?.close();
  return { ok: false, again: true };
}
