import type { Browser, Page } from 'playwright-core';
import { openScreen } from '../../e2e/support/browser.ts';
import type { Link } from '../../netlab/link.ts';
import { connectPicture } from '../join/bare-pair.ts';
import { throughRelay } from '../join/through-relay.ts';
import { watchVoice } from './voice-watch.ts';

/** Two blank pages of which one hears the other over the link, and nobody to help when it breaks. */
export interface BareVoice {
  /** The page that hears, watched for voice. */
  readonly page: Page;
  close(): Promise<void>;
}

/** Connects them directly, without an SFU, by one `RTCPeerConnection` each. */
export async function openBareVoice(from: Browser, to: Browser, url: string, link: Link): Promise<BareVoice> {
  const size = { width: 400, height: 300 };
  const [near, far] = [await openScreen(from, size), await openScreen(to, size)];
  await Promise.all([near.page.goto(url), far.page.goto(url)]);
  const { relay, sdp } = await throughRelay(await near.page.evaluate(offerVoice), link);
  await near.page.evaluate(connectPicture, await far.page.evaluate(answerVoice, sdp));
  await far.page.getByRole('button', { name: 'listen' }).click();
  await far.page.evaluate(watchVoice);
  return {
    page: far.page,
    async close() {
      await Promise.all([near.context.close(), far.context.close()]);
      await relay.close();
    },
  };
}

/** Runs inside the sender: the microphone as Opus. */
async function offerVoice(): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const connection = new RTCPeerConnection();
  connection.addTransceiver(stream.getAudioTracks()[0] ?? 'audio', { direction: 'sendonly', streams: [stream] });
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
  return connection.localDescription?.sdp ?? '';
}

/** Runs inside the receiver: plays what comes, from a tap on. Its answer names no address: the other page meets it at the relay. */
async function answerVoice(sdp: string): Promise<string> {
  const connection = new RTCPeerConnection();
  const audio = document.createElement('audio');
  connection.ontrack = ({ track }) => {
    audio.srcObject = new MediaStream([track]);
  };
  const button = document.createElement('button');
  button.textContent = 'listen';
  button.onclick = () => void audio.play();
  document.body.append(audio, button);
  await connection.setRemoteDescription({ type: 'offer', sdp });
  const answer = await connection.createAnswer();
  await connection.setLocalDescription(answer);
  return answer.sdp ?? '';
}
