import { setTimeout as sleep } from 'node:timers/promises';
import { PROTOCOL_VERSION } from '@tongke/shared-types';
import { FakeScreen, makePdf } from '@tongke/signaling/testing';
import { Control } from '../answers/control.ts';
import { granted } from '../granted.ts';
import type { Rehearsal } from '../join/rehearsal.ts';
import { bringDeck } from './bring-deck.ts';
import { openListeners } from './listeners.ts';

const PAGES = 30;
/** A hand that leafs: so often a page is turned, ms. Product and control take turns. */
const EVERY_MS = 100;

/** For each turn and board, ms from the teacher's command to the message at the board. */
export interface PageTurns {
  readonly product: readonly number[];
  readonly control: readonly number[];
}

/** [PG2] The lead teacher of a lesson with so many boards turns pages; beside it a plain Socket.IO server says the same to as many sockets. */
export async function pageTurns(rehearsal: Rehearsal, boards: number, turns: number): Promise<PageTurns> {
  const { school, api } = rehearsal;
  const pdf = makePdf(Array.from({ length: PAGES }, (_, page) => ({ text: `第${page + 1}页` })));
  const { deckId } = await bringDeck(api, 'Turns', pdf);
  const { lessonId, boardTokens } = await rehearsal.appoint(boards);
  const closing: (() => unknown)[] = [];
  try {
    const { name, value } = api.cookie;
    const credentials = { as: 'lead', lessonId } as const;
    const headers = { cookie: `${name}=${value}` };
    const lead = new FakeScreen({ url: school.origin, credentials, headers });
    closing.push(() => lead.close());
    const welcome = await lead.hello();
    if (!welcome.ok) throw new Error(`hello was refused: ${welcome.reason}`);
    await granted(lead.do({ type: 'deck.choose', deckId }));
    await granted(lead.do({ type: 'lesson.start' }));
    const openings = boardTokens.map((token) =>
      JSON.stringify({ hello: { protocol: PROTOCOL_VERSION, credentials: { as: 'board', token }, have: null } }),
    );
    const own = await openListeners({ port: school.httpPort, openings, word: '["page",' });
    closing.push(() => own.close());
    const control = await Control.start({});
    closing.push(() => control.kill());
    const beside = await openListeners({
      port: control.port,
      openings: openings.map(() => ''),
      word: '["events",',
    });
    closing.push(() => beside.close());

    const waits = { product: [] as number[], control: [] as number[] };
    for (let turn = 1; turn <= turns; turn += 1) {
      const page = (turn % PAGES) + 1;
      await sleep(EVERY_MS);
      let asked = performance.now();
      let reply: Promise<unknown> = Promise.resolve();
      const heard = await own.heard(() => {
        reply = granted(lead.do({ type: 'page.turn', page }));
      });
      await reply;
      waits.product.push(...heard.map((at) => at - asked));
      await sleep(EVERY_MS);
      const batch = { lessonId, events: [{ type: 'page.turned', page }], from: turn, upTo: turn + 1, now: Date.now() };
      asked = performance.now();
      const told = await beside.heard(() => control.tell(batch));
      waits.control.push(...told.map((at) => at - asked));
    }
    return waits;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
