import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openScreen } from '../../e2e/support/browser.ts';
import type { Link } from '../../netlab/link.ts';
import { startTcpRelay } from '../../netlab/tcp-relay.ts';
import { connectPicture, offerPicture } from './bare-pair.ts';
import type { ColdJoin } from './cold-join.ts';
import { coldVisit } from './profile.ts';
import { throughRelay } from './through-relay.ts';

/** Runs inside the bare page: one request for the offer, one with the answer, and the picture. */
async function receivePicture(): Promise<void> {
  const connection = new RTCPeerConnection();
  connection.ontrack = ({ streams: [stream] }) => {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream ?? null;
    document.body.append(video);
    void video.play();
  };
  const offer = await fetch('/offer');
  await connection.setRemoteDescription({ type: 'offer', sdp: await offer.text() });
  await connection.setLocalDescription();
  await fetch('/answer', { method: 'POST', body: connection.localDescription?.sdp ?? '' });
}

interface BareColdOptions {
  readonly teacher: Browser;
  readonly blankUrl: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** The floor: a cached page of a few lines that fetches an offer over HTTPS and is sent the picture by a page near the server. */
export async function openBareColdJoin({ teacher, blankUrl, certFile, keyFile }: BareColdOptions): Promise<ColdJoin> {
  const far: Link = { delayMs: 0, up: true };
  const { context, page: sender } = await openScreen(teacher, { width: 1366, height: 768 });
  let offer = '';
  const server = createServer(
    { cert: readFileSync(certFile), key: readFileSync(keyFile) },
    async (request, response) => {
      if (request.url === '/offer') return response.end(offer);
      if (request.url === '/answer') {
        void sender.evaluate(connectPicture, await textOf(request)).catch(() => undefined);
        return response.end();
      }
      response.setHeader('content-type', 'text/html');
      response.setHeader('cache-control', 'max-age=3600');
      return response.end(`<!doctype html><title>bare</title><body><script>(${receivePicture})()</script></body>`);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const web = await startTcpRelay(
    far,
    { host: '127.0.0.1', port: 0 },
    { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
  );
  const folder = mkdtempSync(join(tmpdir(), 'tongke-bare-'));
  const url = `https://127.0.0.1:${web.port}/`;

  const visit = async (roundTripMs: number) => {
    await sender.goto(blankUrl);
    const described = await sender.evaluate(offerPicture);
    const { relay, sdp } = await throughRelay(described, far);
    offer = sdp;
    far.delayMs = roundTripMs / 2;
    try {
      return await coldVisit(folder, certFile, url);
    } finally {
      far.delayMs = 0;
      await relay.close();
    }
  };
  // The first visit leaves the page in the cache.
  await visit(0);
  return {
    visit,
    async close() {
      await web.close();
      server.close();
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
