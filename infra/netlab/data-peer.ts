import { DataPeer, type DataPeerOptions } from '@tongke/sfu-server/testing';
import type { FakeScreen } from '@tongke/signaling/testing';

/** Opens the data path of the seat on which this tablet sits, as its page would, through an emulated link where `via` names one. */
export async function openDataPath(tablet: FakeScreen, options: DataPeerOptions = {}): Promise<DataPeer> {
  const peer = new DataPeer(options);
  const reply = await tablet.openData(await peer.certificate());
  if (!reply.ok) throw new Error(`the data path was refused: ${reply.reason}`);
  await peer.connect(reply.result);
  return peer;
}
