import { certificateOf, DATA_CHANNEL, type DataReply, type DataRequest, dataAnswer } from '@tongke/shared-types';
import { type ChannelHandlers, type Opened, openChannel } from './open-channel.ts';
import { isPassing } from './passing.ts';

/** Asks the server; `media/unavailable` where there is no link or no answer. */
export type AskData = (request: DataRequest) => Promise<DataReply>;

/** More than this waits only where nothing gets through; what waits is too old to be of use. */
const MOST_WAITING = 4_096;

/** [DP1] Opens the own seat's data channel with a plain `RTCPeerConnection`; never rejects, and never asks the user for anything. */
export function openDataChannel(ask: AskData, handlers: ChannelHandlers): Promise<Opened> {
  return openChannel(handlers, MOST_WAITING, async (connection) => {
    const channel = connection.createDataChannel('', DATA_CHANNEL);
    const offer = await connection.createOffer();
    const sdp = offer.sdp ?? '';
    const dtlsParameters = certificateOf(sdp);
    if (!dtlsParameters) return { ok: false, again: false };
    const reply = await ask({ type: 'data.open', dtlsParameters });
    if (!reply.ok) return { ok: false, again: reply.reason === 'media/unavailable' || isPassing(reply.reason) };
    await connection.setLocalDescription(offer);
    await connection.setRemoteDescription({ type: 'answer', sdp: dataAnswer(sdp, reply.result) });
    return channel;
  });
}
