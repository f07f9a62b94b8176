import { channelSdp, DIRECT_BYTES, DIRECT_CHANNEL, DIRECT_LABEL, type DirectEnd, midOf } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import { newId } from '../connection/new-id.ts';
import { type ChannelHandlers, type Opened, openChannel } from '../connection/open-channel.ts';
import { localEnd } from './local-end.ts';

/** A board that is not there answers by nothing but silence, ms. */
const CALL_MS = 10_000;

/**
 * [BR8] A tablet opens its channel to the board of its room, found through the server: a data channel on their own network. Never rejects:
 * else hands are counted.
 */
export function callBoard(server: Pick<Connection, 'direct' | 'onDirect'>, handlers: ChannelHandlers): Promise<Opened> {
  return openChannel(handlers, DIRECT_BYTES.up, async (connection) => {
    const channel = connection.createDataChannel(DIRECT_LABEL, DIRECT_CHANNEL);
    const offer = await connection.createOffer();
    await connection.setLocalDescription(offer);
    const end = await localEnd(connection);
    const board = end && (await answered(server, end));
    if (!board) return null;
    const sdp = channelSdp(board, { mid: midOf(offer.sdp ?? ''), setup: 'active', mostBytes: DIRECT_BYTES.up });
    await connection.setRemoteDescription({ type: 'answer', sdp });
    return channel;
  });
}

function answered({ direct, onDirect }: Pick<Connection, 'direct' | 'onDirect'>, end: DirectEnd) {
  const linkId = newId();
  return new Promise<DirectEnd | null>((resolve) => {
    const over = (answer: DirectEnd | null) => {
      stop();
      clearTimeout(timer);
      resolve(answer);
    };
    const stop = onDirect((notice) => {
      if (notice.type === 'answer' && notice.linkId === linkId) over(notice.end);
    });
    const timer = setTimeout(over, CALL_MS, null);
    direct({ type: 'offer', linkId, end });
  });
}
