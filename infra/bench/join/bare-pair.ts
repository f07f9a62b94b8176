import type { Browser, Page } from 'playwright-core';
import { openScreen } from '../../e2e/support/browser.ts';
import { installClocks } from './probes.ts';

/** Two pages that do nothing but send and receive one picture: the floor under every figure. */
export interface BarePair {
  readonly sender: Page;
  readonly receiver: Page;
  close(): Promise<void>;
}

export interface BareOptions {
  readonly from: Browser;
  readonly to: Browser;
  /** A blank page at localhost, which may use the camera. */
  readonly url: string;
  /** False: the sender's button starts the picture. */
  readonly sending: boolean;
  readonly init?: () => void;
}

/** Connects two blank pages directly, without an SFU; the connection is up when this returns. */
export async function openBarePair({ from, to, url, sending, init }: BareOptions): Promise<BarePair> {
  const [far, near] = await Promise.all([
    openScreen(from, { width: 1366, height: 768 }),
    openScreen(to, { width: 1366, height: 768 }),
  ]);
  await Promise.all([far.context.addInitScript(installClocks), near.context.addInitScript(installClocks)]);
  if (init) await far.context.addInitScript(init);
  const [sender, receiver] = [far.page, near.page];
  await Promise.all([sender.goto(url), receiver.goto(url)]);
  const offer = await sender.evaluate(offerPicture, sending);
  const answer = await receiver.evaluate(answerPicture, offer);
  await sender.evaluate(connectPicture, answer);
  await sender.waitForTimeout(2_000);
  return {
    sender,
    receiver,
    async close() {
      await Promise.all([far.context.close(), near.context.close()]);
    },
  };
}

/** Runs inside the sender: the camera as VP8 in one layer, and a button that starts it. */
export async function offerPicture(sending: boolean): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 } });
  const [track] = stream.getVideoTracks();
  const connection = new RTCPeerConnection();
  connection.createDataChannel('keeps the connection up');
  const transceiver = connection.addTransceiver(track ?? 'video', {
    direction: 'sendonly',
    streams: [stream],
    sendEncodings: [{ active: sending, maxBitrate: 500_000, maxFramerate: 20 }],
  });
  const { codecs } = RTCRtpSender.getCapabilities('video') ?? { codecs: [] };
  transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => /VP8|rtx/.test(mimeType)));
  const button = document.createElement('button');
  button.textContent = 'start';
  button.onclick = () => {
    const parameters = transceiver.sender.getParameters();
    for (const encoding of parameters.encodings) encoding.active = true;
    void transceiver.sender.setParameters(parameters);
  };
  document.body.append(button);
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
  return connection.localDescription?.sdp ?? '';
}

/** Runs inside the receiver: shows what comes. */
async function answerPicture(sdp: string): Promise<string> {
  const connection = new RTCPeerConnection();
  const video = document.createElement('video');
  video.muted = true;
  document.body.append(video);
  connection.ontrack = ({ streams: [stream] }) => {
    video.srcObject = stream ?? null;
    void video.play();
  };
  await connection.setRemoteDescription({ type: 'offer', sdp });
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
  return connection.localDescription?.sdp ?? '';
}

/** Runs inside the sender: takes the answer, and resolves when the two are connected. */
export async function connectPicture(sdp: string): Promise<void> {
  const connection = window.tongkeProbe.connections.at(-1);
  await connection?.setRemoteDescription({ type: 'answer', sdp });
  while (connection && connection.connectionState !== 'connected')
    await new Promise((resolve) => setTimeout(resolve, 20));
}
