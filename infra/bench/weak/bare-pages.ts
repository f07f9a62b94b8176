import type { types as client } from 'mediasoup-client';
import type { Browser, Page } from 'playwright-core';
import { openScreen } from '../../e2e/support/browser.ts';
import { freePorts } from '../../e2e/support/free-ports.ts';
import type { Link } from '../../netlab/link.ts';
import { BEHIND, FRONT } from '../../netlab/media-addresses.ts';
import { startUdpRelay } from '../../netlab/udp-relay.ts';
import { startBlankServer } from '../join/blank-server.ts';
import { startBareSfu } from './bare-sfu.ts';
import { bundleClient } from './bundle-client.ts';

/** What the SFU's end of a page answers to a verb; shapes are the libraries' own. */
// biome-ignore lint/suspicious/noExplicitAny: what one library says to the other.
type Soup = (verb: string, asked: object) => Promise<any>;

declare global {
  interface Window {
    soup: Soup;
    mediasoupClient: typeof import('mediasoup-client');
  }
}

/** Two pages and an SFU of the plain libraries with the settings that they come with: what everybody gets without trying. */
export interface BarePages {
  readonly sender: Page;
  /** Plays what it receives over the link. */
  readonly receiver: Page;
  close(): Promise<void>;
}

/** Voice and, with `video`, camera go from one page to the other; the receiver's media pass the link. */
export async function openBarePages(
  { from, to }: { readonly from: Browser; readonly to: Browser },
  { link, video }: { readonly link: Link; readonly video: boolean },
): Promise<BarePages> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const [port = 0] = await freePorts(1);
    const sfu = await startBareSfu(process.env.MEDIASOUP_WORKER_BIN ?? '', port);
    closing.push(sfu.close);
    let linkOfNext: Link = { delayMs: 0, up: true };
    const relay = await startUdpRelay(() => linkOfNext, { host: FRONT, port }, { host: BEHIND, port });
    closing.push(relay.close);
    const blank = await startBlankServer();
    closing.push(blank.close);
    const content = await bundleClient();
    const open = async (browser: Browser) => {
      const { context, page } = await openScreen(browser, { width: 1366, height: 768 });
      closing.push(() => context.close());
      await page.exposeFunction('soup', async (verb: string, asked: object) => sfu.verbs[verb]?.(asked));
      await page.goto(blank.url);
      await page.addScriptTag({ content });
      return page;
    };
    const sender = await open(from);
    const producerIds = await sender.evaluate(sendAll, video);
    linkOfNext = link;
    const receiver = await open(to);
    await receiver.evaluate(receiveAll, producerIds);
    await receiver.getByRole('button', { name: 'listen' }).click();
    return { sender, receiver, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs inside the sender; answers the producers' ids. */
async function sendAll(video: boolean): Promise<string[]> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    ...(video && { video: { width: 640, height: 360 } }),
  });
  const device = await window.mediasoupClient.Device.factory();
  await device.load({ routerRtpCapabilities: await window.soup('capabilities', {}) });
  const transport = device.createSendTransport(await window.soup('open', {}));
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    window.soup('connect', { id: transport.id, dtlsParameters }).then(done, failed);
  });
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    window.soup('produce', { id: transport.id, kind, rtpParameters }).then(done, failed);
  });
  const ids = [];
  for (const track of stream.getTracks()) ids.push((await transport.produce({ track })).id);
  return ids;
}

/** Runs inside the receiver: everything is attached and plays from a tap on. */
async function receiveAll(producerIds: readonly string[]): Promise<void> {
  const device = await window.mediasoupClient.Device.factory();
  await device.load({ routerRtpCapabilities: await window.soup('capabilities', {}) });
  const transport = device.createRecvTransport(await window.soup('open', {}));
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    window.soup('connect', { id: transport.id, dtlsParameters }).then(done, failed);
  });
  for (const producerId of producerIds) {
    const asked = { id: transport.id, producerId, rtpCapabilities: device.recvRtpCapabilities };
    const offer: client.ConsumerOptions = await window.soup('consume', asked);
    const { track } = await transport.consume(offer);
    const element = document.createElement(track.kind === 'audio' ? 'audio' : 'video');
    element.srcObject = new MediaStream([track]);
    document.body.append(element);
    await window.soup('resume', { id: offer.id });
  }
  const button = document.createElement('button');
  button.textContent = 'listen';
  button.onclick = () => {
    for (const element of document.querySelectorAll<HTMLMediaElement>('audio, video')) void element.play();
  };
  document.body.append(button);
}
