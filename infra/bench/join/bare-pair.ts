import type { Browser, Page } from 'playwright-core';
import { openScreen } from '../../e2e/support/browser.ts';
import type { Link } from '../../netlab/link.ts';
import { installClocks } from './probes.ts';
import { throughRelay } from './through-relay.ts';

/** The addresses of a page: without them the other one meets it at the relay. */
const CANDIDATES = /^a=candidate:.*\r\n/gm;

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
  /** False: the connection is up without a picture, and the sender's button brings it. */
  readonly sending: boolean;
  readonly init?: () => void;
  /** What lies between the two; nothing without it. */
  readonly link?: Link | undefined;
}

/** Connects two blank pages, without an SFU; the connection is up when this returns. */
export async function openBarePair({ from, to, url, sending, init, link }: BareOptions): Promise<BarePair> {
  const [far, near] = await Promise.all([
    openScreen(from, { width: 1366, height: 768 }),
    openScreen(to, { width: 1366, height: 768 }),
  ]);
  await Promise.all([far.context.addInitScript(installClocks), near.context.addInitScript(installClocks)]);
  if (init) await far.context.addInitScript(init);
  const [sender, receiver] = [far.page, near.page];
  await Promise.all([sender.goto(url), receiver.goto(url)]);
  const offer = await sender.evaluate(sending ? offerPicture : offerConnection);
  const relayed = link ? await throughRelay(offer, link) : { sdp: offer, relay: null };
  const answer = await receiver.evaluate(answerPicture, relayed.sdp);
  await sender.evaluate(connectPicture, link ? answer.replace(CANDIDATES, '') : answer);
  await sender.waitForTimeout(2_000);
  return {
    sender,
    receiver,
    async close() {
      await Promise.all([far.context.close(), near.context.close()]);
      await relayed.relay?.close();
    },
  };
}

/** Runs inside the sender: the camera as VP8 in one layer. */
export async function offerPicture(): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 } });
  const [track] = stream.getVideoTracks();
  const connection = new RTCPeerConnection();
  const transceiver = connection.addTransceiver(track ?? 'video', {
    direction: 'sendonly',
    streams: [stream],
    sendEncodings: [{ maxBitrate: 500_000, maxFramerate: 20 }],
  });
  const { codecs } = RTCRtpSender.getCapabilities('video') ?? { codecs: [] };
  transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => /VP8|rtx/.test(mimeType)));
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
  return connection.localDescription?.sdp ?? '';
}

/**
 * Runs inside the sender: a connection with a data channel alone, the camera open. Its button does what begins with the teacher's press in the
 * product: the other page is told, attaches the track, and is sent the picture from a key frame on.
 */
async function offerConnection(): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 } });
  const [track] = stream.getVideoTracks();
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel('signaling');
  channel.onmessage = ({ data }) => void connection.setRemoteDescription({ type: 'answer', sdp: data });
  const button = document.createElement('button');
  button.textContent = 'start';
  button.onclick = async () => {
    const transceiver = connection.addTransceiver(track ?? 'video', {
      direction: 'sendonly',
      streams: [stream],
      sendEncodings: [{ maxBitrate: 500_000, maxFramerate: 20 }],
    });
    const { codecs } = RTCRtpSender.getCapabilities('video') ?? { codecs: [] };
    transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => /VP8|rtx/.test(mimeType)));
    await connection.setLocalDescription();
    channel.send(connection.localDescription?.sdp.replace(/^a=candidate:.*\r\n/gm, '') ?? '');
  };
  document.body.append(button);
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
  return connection.localDescription?.sdp ?? '';
}

/** Runs inside the receiver: shows what comes, now or by a later offer. */
async function answerPicture(sdp: string): Promise<string> {
  const connection = new RTCPeerConnection();
  connection.ontrack = ({ streams: [stream] }) => {
    const video = document.createElement('video');
    video.muted = true;
    document.body.append(video);
    video.srcObject = stream ?? null;
    void video.play();
  };
  connection.ondatachannel = ({ channel }) => {
    channel.onmessage = async ({ data }) => {
      await connection.setRemoteDescription({ type: 'offer', sdp: data });
      await connection.setLocalDescription();
      channel.send(connection.localDescription?.sdp.replace(/^a=candidate:.*\r\n/gm, '') ?? '');
    };
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
