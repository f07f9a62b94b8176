import { channelSdp, DIRECT_BYTES, DIRECT_CHANNEL, DIRECT_LABEL, type DirectEnd } from '@tongke/shared-types';
import { type ChannelHandlers, type Opened, openChannel } from '../connection/open-channel.ts';
import { localEnd } from './local-end.ts';

/** [BR8] The board's end of a tablet's call; `answer` brings what it says of itself to the tablet. Never rejects: else hands are counted. */
export function acceptCall(
  tablet: DirectEnd,
  answer: (end: DirectEnd) => void,
  handlers: ChannelHandlers,
): Promise<Opened> {
  return openChannel(handlers, DIRECT_BYTES.down, async (connection) => {
    const channel = connection.createDataChannel(DIRECT_LABEL, DIRECT_CHANNEL);
    const sdp = channelSdp(tablet, { setup: 'actpass', mostBytes: DIRECT_BYTES.down });
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription(await connection.createAnswer());
    const end = await localEnd(connection);
    if (!end) return null;
    answer(end);
    return channel;
  });
}
