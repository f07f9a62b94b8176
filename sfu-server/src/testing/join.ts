import type { ControlClient } from './control-client.ts';
import { plays } from './rtp-samples.ts';

/** What every verb of a peer begins with. */
export function of(lessonId: string, peerId: string) {
  return { lessonId, epoch: 1, peerId };
}

/** Joins as a peer that publishes and plays everything. */
export async function join(client: ControlClient, lessonId: string, peerId: string) {
  const reply = await client.must({ type: 'peer.join', ...of(lessonId, peerId), publishes: true, have: null });
  const { send, receive } = reply;
  if (!send || !receive) throw new Error('Expected both transports.');
  const rtpCapabilities = plays(reply.routerRtpCapabilities);
  await client.must({ type: 'peer.capabilities', ...of(lessonId, peerId), rtpCapabilities });
  return { ...reply, send, receive };
}
