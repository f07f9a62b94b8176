import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { TabletBranch, TabletDirect } from '../direct/tablet-direct.ts';
import { fakeSession } from '../testing/fake-session.ts';
import { board, createFixture, LEAD, pupil } from '../testing/fixtures.ts';
import { memoryShelf } from '../testing/memory-shelf.ts';
import { keepDirect } from './keep-direct.ts';
import { shelfVault } from './shelf-vault.ts';

const did: string[] = [];
vi.mock('../direct/tablet-direct.ts', () => ({
  openTabletDirect: (): TabletDirect => ({
    attend: (lessonId, seatId) => did.push(`attend ${lessonId} ${seatId}`),
    hurry: () => did.push('hurry'),
    close: () => did.push('close'),
  }),
}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', class {});
  did.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ME = pupil('c1', 1);

/** A tablet in its lesson. */
function rig() {
  const lesson = createFixture();
  const { connection } = fakeSession(lesson.snapshot(ME), 0);
  const kept = keepDirect(
    shelfVault(memoryShelf()),
    createStore<TabletBranch | null>(() => null),
    () => did.push('prepare'),
  );
  connection.store.subscribe(() => kept.follow(connection));
  const follow = () => connection.store.setState({ link: 'online', lesson: lesson.snapshot(ME) });
  const loaded = async () => {
    follow();
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.dynamicImportSettled();
    did.length = 0;
  };
  return { lesson, store: connection.store, follow, loaded };
}

test('[BR13] what a branch may show of the page is fetched behind it, before any cut', async () => {
  const { follow } = rig();
  follow();
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.dynamicImportSettled();
  expect(did).toEqual(['prepare', `attend lesson-1 ${ME.seatId}`]);
});

test('[BR8] a tablet with a seat calls its board behind all that it needs at once, and again when either is there again', async () => {
  const { lesson, store, follow, loaded } = rig();
  follow();
  await vi.advanceTimersByTimeAsync(4_999);
  expect(did).toEqual([]);
  await loaded();
  follow();
  expect(did).toEqual([`attend lesson-1 ${ME.seatId}`]);
  did.length = 0;
  lesson.report({ type: 'peer.went', peer: { kind: 'board', classroomId: 'c1' }, cause: 'gone' });
  follow();
  lesson.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'c1' } });
  follow();
  expect(did.filter((word) => word === 'hurry')).toHaveLength(1);
  store.setState({ link: 'lost' });
  follow();
  expect(did.filter((word) => word === 'hurry')).toHaveLength(2);
  expect(did).not.toContain('close');
});

test('[BR8] who gives the seat up, or whose lesson is over, is in no reach any longer', async () => {
  const { lesson, store, follow, loaded } = rig();
  await loaded();
  lesson.send(board('c1'), { type: 'seat.release', seatId: ME.seatId });
  store.setState({ lesson: { ...lesson.snapshot(ME), viewer: { role: 'guest', classroomId: 'c1', device: '' } } });
  expect(did).toEqual(['close']);
  follow();
  did.length = 0;
  lesson.send(LEAD, { type: 'lesson.end' });
  follow();
  expect(did).toEqual(['close']);
});

test('[BR8] a browser without WebRTC is left alone', async () => {
  vi.stubGlobal('RTCPeerConnection', undefined);
  const { follow, loaded } = rig();
  await loaded();
  follow();
  expect(did).toEqual([]);
});
