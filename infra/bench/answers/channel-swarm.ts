import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type DataReply, type DataRequest, refuse } from '@tongke/shared-types';
import type { Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { openBrowser } from '../../e2e/support/browser.ts';
import { LightTablet, type Seat } from './light-tablet.ts';

/** Tablets with data channels: all come in, or all lose their links in the same instant and come back; answers when the last is whole. */
export type ChannelAsk =
  | { readonly do: 'gather'; readonly port: number; readonly seats: readonly Seat[] }
  | { readonly do: 'storm' };

export interface ChannelReplies {
  readonly gather: WholeAgain;
  readonly storm: WholeAgain;
}

/** Of all tablets, ms after the beginning: in the lesson again, and with a data channel again. */
export interface WholeAgain {
  readonly joinedMs: readonly number[];
  readonly openMs: readonly number[];
  /** Those that have no channel when patience ends. */
  readonly missing: number;
}

/** Chromium gives a page 500 connections. */
const A_PAGE = 400;
const PER_SECOND = 100;
const LINK_BACK_MS = 2_000;
const ANSWER_MS = 10_000;
/** The tablets' browsers share what the machine has left. */
const PATIENCE_MS = 360_000;

const pages: Page[] = [];
let tablets: LightTablet[] = [];
const joined = new Map<number, () => void>();
const asked = new Map<string, (reply: DataReply) => void>();

const listener = {
  joined: ({ index }: LightTablet) => joined.get(index)?.(),
  answered: ({ index }: LightTablet, id: number, bytes: Buffer) => {
    asked.get(`${index} ${id}`)?.((JSON.parse(bytes.toString()) as [DataReply])[0]);
    asked.delete(`${index} ${id}`);
  },
};

function askData(tablet: number, request: DataRequest): Promise<DataReply> {
  return new Promise((resolve) => {
    asked.set(`${tablet} ${tablets[tablet]?.data(request)}`, resolve);
    // The socket may have gone meanwhile.
    setTimeout(() => resolve(refuse('media/unavailable')), ANSWER_MS);
  });
}

async function openPages(count: number): Promise<void> {
  const browser = await openBrowser({ devices: false });
  const code = await pageCode();
  for (let page = 0; page < count; page += 1) {
    // A context of its own is a process of its own.
    const context = await browser.newContext();
    await context.exposeFunction('askData', askData);
    const opened = await context.newPage();
    await opened.addScriptTag({ content: code });
    pages.push(opened);
  }
}

async function pageCode(): Promise<string> {
  const entry = fileURLToPath(new URL('channel-page.ts', import.meta.url));
  const lib = { entry, formats: ['iife' as const], name: 'channels' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [{ output }] = built as unknown as [Rolldown.RolldownOutput];
  return output[0].code;
}

/** Resolves when every tablet is in the lesson and has its channel, or when patience ends. */
async function whole(since: number): Promise<WholeAgain> {
  const joinedMs: number[] = [];
  const openMs: number[] = [];
  const all = tablets.map(async ({ index }) => {
    await new Promise<void>((resolve) => joined.set(index, resolve));
    joinedMs.push(performance.now() - since);
    await pages[Math.floor(index / A_PAGE)]?.evaluate((tablet) => window.openChannel(tablet), index);
    openMs.push(performance.now() - since);
  });
  await Promise.race([Promise.all(all), sleep(PATIENCE_MS)]);
  return { joinedMs: [...joinedMs], openMs: [...openMs], missing: tablets.length - openMs.length };
}

const does = {
  async gather({ port, seats }: Extract<ChannelAsk, { do: 'gather' }>): Promise<WholeAgain> {
    await openPages(Math.ceil(seats.length / A_PAGE));
    tablets = seats.map((seat, index) => new LightTablet(index, port, seat, listener));
    const all = whole(performance.now());
    for (const tablet of tablets) {
      tablet.connect();
      await sleep(1_000 / PER_SECOND);
    }
    return all;
  },
  async storm(): Promise<WholeAgain> {
    const all = whole(performance.now());
    for (const tablet of tablets) tablet.cutFor(Math.random() * LINK_BACK_MS);
    await Promise.all(pages.map((page) => page.evaluate(() => window.closeChannels())));
    return all;
  },
};

process.on('message', ({ number, ask }: { number: number; ask: ChannelAsk }) => {
  void (ask.do === 'gather' ? does.gather(ask) : does.storm()).then((reply) => process.send?.({ number, reply }));
});
process.once('disconnect', () => process.exit(0));
