import type { DirectCall, DirectEnd, DirectNotice } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { createListeners } from '../connection/listeners.ts';
import type { ChannelHandlers, Opened } from '../connection/open-channel.ts';
import { createLessonStore } from '../lesson/lesson-store.ts';
import { board, createFixture, seatIdOf } from '../testing/fixtures.ts';
import { createTabletLinks } from './tablet-links.ts';

const END = {} as DirectEnd;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A board in its lesson whose channels the test opens. */
function rig() {
  const lesson = createFixture();
  const show = () => ({ link: 'online', lesson: lesson.snapshot(board('c1')) }) as const;
  const store = createLessonStore(show());
  const notices = createListeners<DirectNotice>();
  const said: DirectCall[] = [];
  const calls: {
    handlers: ChannelHandlers;
    open: (opened?: Opened) => Promise<unknown>;
    sent: number[][];
    closed: () => boolean;
  }[] = [];
  const links = createTabletLinks(
    { store, direct: (call) => said.push(call), onDirect: notices.add },
    (_, answer, handlers) =>
      new Promise((resolve) => {
        answer(END);
        const sent: number[][] = [];
        let closed = false;
        const channel = {
          send: (bytes: Uint8Array) => sent.push([...bytes]) > 0,
          close: () => {
            closed = true;
          },
        };
        const open = (opened: Opened = { ok: true, channel }) => {
          resolve(opened);
          return settle();
        };
        calls.push({ handlers, open, sent, closed: () => closed });
      }),
  );
  const call = (seatId: string, linkId: string) => {
    notices.tell({ type: 'offer', seatId, linkId, end: END });
    const made = calls[calls.length - 1];
    if (!made) throw new Error('nobody answered');
    return made;
  };
  store.setState(show());
  return { lesson, store, notices, said, links, call, show };
}
const SEAT = seatIdOf('c1', 1);
const OTHER = seatIdOf('c1', 2);

test('[BR8] a board answers the seat that called, hears it as that seat, and a later call takes the place of an earlier one', async () => {
  const { links, said, call } = rig();
  const heard: string[] = [];
  links.onMessage(({ seatId, bytes }) => heard.push(`${seatId} ${bytes}`));
  const first = call(SEAT, 'l1');
  await first.open();
  expect(said).toEqual([{ type: 'answer', linkId: 'l1', seatId: SEAT, end: END }]);
  expect(links.tablets.getState()).toEqual([SEAT]);
  first.handlers.message(Uint8Array.of(1));
  expect(links.send(SEAT, Uint8Array.of(2))).toBe(true);
  expect(links.send(OTHER, Uint8Array.of(2))).toBe(false);
  const again = call(SEAT, 'l2');
  await again.open();
  first.handlers.message(Uint8Array.of(3));
  first.handlers.lost();
  again.handlers.message(Uint8Array.of(4));
  expect([first.closed(), first.sent, heard]).toEqual([true, [[2]], [`${SEAT} 1`, `${SEAT} 4`]]);
  expect(links.tablets.getState()).toEqual([SEAT]);
  again.handlers.lost();
  expect(links.tablets.getState()).toEqual([]);
});

test('[BR8] a call that comes to nothing, or is overtaken, leaves no channel', async () => {
  const { links, call } = rig();
  const failed = call(SEAT, 'l1');
  await failed.open({ ok: false, again: true });
  expect(links.tablets.getState()).toEqual([]);
  const slow = call(SEAT, 'l2');
  const quick = call(SEAT, 'l3');
  await quick.open();
  await slow.open();
  expect([slow.closed(), quick.closed()]).toEqual([true, false]);
});

test('[BR8] while a later call has come to nothing the channel before it counts, and one that is lost then is reached no more', async () => {
  const { links, call } = rig();
  const heard: string[] = [];
  links.onMessage(({ seatId, bytes }) => heard.push(`${seatId} ${bytes}`));
  const first = call(SEAT, 'l1');
  await first.open();
  await call(SEAT, 'l2').open({ ok: false, again: true });
  first.handlers.message(Uint8Array.of(1));
  expect([heard, links.tablets.getState()]).toEqual([[`${SEAT} 1`], [SEAT]]);
  first.handlers.lost();
  expect(links.tablets.getState()).toEqual([]);
  const third = call(SEAT, 'l3');
  third.handlers.lost();
  await third.open();
  expect([third.closed(), links.tablets.getState()]).toEqual([true, []]);
});

test('[BR8] a seat that is the tablet’s no longer loses its channel, also one that was freed while the board was away; and all do with the lesson', async () => {
  const { lesson, links, call, notices, store, show } = rig();
  const one = call(SEAT, 'l1');
  const two = call(OTHER, 'l2');
  await Promise.all([one.open(), two.open()]);
  notices.tell({ type: 'over', seatId: SEAT });
  expect([one.closed(), links.tablets.getState()]).toEqual([true, [OTHER]]);
  store.setState({ link: 'lost' });
  expect(links.tablets.getState()).toEqual([OTHER]);
  lesson.send(board('c1'), { type: 'seat.release', seatId: OTHER });
  store.setState(show());
  expect([two.closed(), links.tablets.getState()]).toEqual([true, []]);
  const third = call(seatIdOf('c1', 3), 'l3');
  await third.open();
  store.setState({ link: 'online', lesson: null });
  expect([third.closed(), links.tablets.getState()]).toEqual([true, []]);
});
