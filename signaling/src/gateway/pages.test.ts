import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
beforeEach(async () => {
  classroom = await TestClassroom.start();
  classroom.catalogue.decks.set('d1', { accountId: 'teacher', title: '认识分数', pages: 3 });
  classroom.catalogue.decks.set('half', { accountId: 'teacher', title: '还没好', pages: null });
  classroom.catalogue.decks.set('theirs', { accountId: 'other', title: '别人的', pages: 3 });
});
afterEach(() => classroom.close());

const choose = (deckId: string) => ({ type: 'deck.choose', deckId }) as const;

describe('pages over real sockets', () => {
  test('[PG1] the server says whose a deck is and how many pages it has', async () => {
    const lead = await classroom.lead();
    const board = await classroom.board('r1');
    expect(await lead.do(choose('nothing'))).toMatchObject({ reason: 'not-found' });
    expect(await lead.do(choose('theirs'))).toMatchObject({ reason: 'not-allowed' });
    expect(await lead.do(choose('half'))).toMatchObject({ reason: 'deck/not-ready' });
    expect(await board.do(choose('d1'))).toMatchObject({ reason: 'not-allowed' });
    expect(classroom.room.state.slide).toBeNull();
    const first = await lead.do(choose('d1'), 'once');
    expect(first).toMatchObject({ ok: true });
    expect(await lead.do(choose('d1'), 'once')).toEqual(first);
    await until('the board has it', () => board.view?.slide?.deckId === 'd1');
    expect(board.view?.slide).toEqual({ deckId: 'd1', title: '认识分数', pages: 3, page: 1, shown: true });
  });

  test('[PG2] [PG3] a turn is less than 100 bytes for a board, and who comes late or back stands at the right page', async () => {
    const { lead, boards } = await classroom.live('r1', 'r2');
    const [board, other] = boards;
    await lead.do(choose('d1'));
    await until('both boards have it', () => boards.every(({ view }) => view?.slide));
    const payloads: number[] = [];
    board?.socket.io.engine.on('packet', ({ type, data }: { type: string; data?: string }) => {
      if (type === 'message' && data?.includes('page')) payloads.push(Buffer.byteLength(data) + 1);
    });
    other?.cut();
    await lead.do({ type: 'page.turn', page: 3 });
    await until('the board has turned', () => board?.view?.slide?.page === 3);
    expect(payloads).toHaveLength(1);
    expect(payloads[0]).toBeLessThan(100);
    expect(board?.gaps).toBe(0);
    await other?.hello();
    expect(other?.view?.slide?.page).toBe(3);
    const late = await classroom.phone('r1');
    expect(late.view?.slide?.page).toBe(3);
    const log = await classroom.store.since('l1', 0);
    expect(log.filter(({ event }) => event.type === 'page.turned')).toHaveLength(1);
  });
});
