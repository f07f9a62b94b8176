import {
  BODIES,
  BRANCH_ROUNDS,
  type BranchLog,
  beginBranch,
  type Command,
  playBranch,
  UNPREPARED,
} from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createListeners } from '../connection/listeners.ts';
import { createLessonStore } from '../lesson/lesson-store.ts';
import { board, createFixture, LEAD } from '../testing/fixtures.ts';
import { memoryShelf } from './branch-shelf.ts';
import { CUT_MS, FINISH_MS, keepBranches } from './keep-branches.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 1, 1, 10) }));
afterEach(() => void vi.useRealTimers());

const ASK: Command = { ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 30 };

function rig(shelf = memoryShelf(), link: 'online' | 'connecting' = 'online') {
  const lesson = createFixture();
  lesson.report({ type: 'deck.put', deckId: 'd1', title: '分数', pages: 5 });
  const online = link === 'online';
  const store = createLessonStore({
    link,
    lesson: online ? lesson.snapshot(board('c1')) : null,
    ...(online && { clock: { offset: 0, roundTrip: 10 } }),
  });
  const joined = createListeners<void>();
  const posted: BranchLog[] = [];
  const server = { up: true };
  const post = async (_: string, log: BranchLog) => {
    if (server.up) posted.push(BODIES['POST /api/lessons/:id/branches'].parse(log));
    return { ok: server.up };
  };
  const connection = { store, onJoined: joined.add, serverNow: () => Date.now() + 0.4 };
  const branches = keepBranches({ connection, shelf, post, pack: () => null });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    ...{ lesson, store, shelf, posted, branches, settle, server },
    cut: async (ms = CUT_MS) => {
      store.setState({ link: 'lost' });
      await vi.advanceTimersByTimeAsync(ms);
    },
    back: async () => {
      store.setState({ link: 'online', lesson: lesson.snapshot(board('c1')), clock: { offset: 0, roundTrip: 10 } });
      joined.tell();
      await settle();
    },
    stands: () => branches.store.getState().running?.state.lesson ?? null,
  };
}

test('[BR1] [BR2] without a link the board goes on from where the lesson stood, by what a classroom may do', async () => {
  const { branches, cut, stands, settle, store } = rig();
  branches.begin();
  await settle();
  expect(stands()).toBeNull();
  await cut();
  expect(branches.store.getState().cutAt).toBe(Date.now() - CUT_MS);
  branches.begin();
  await settle();
  expect(stands()).toMatchObject({ phase: 'live', slide: { page: 1, pages: 5 }, round: null });
  expect(await branches.send({ type: 'page.turn', page: 3 })).toMatchObject({ ok: true });
  expect(await branches.send({ type: 'page.turn', page: 6 })).toEqual({ ok: false, reason: 'deck/no-such-page' });
  expect(await branches.send({ type: 'lesson.end' })).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await branches.send(ASK)).toMatchObject({ ok: true });
  expect(stands()?.round).toMatchObject({ phase: 'open' });
  await vi.advanceTimersByTimeAsync(32_000);
  expect(stands()?.round).toMatchObject({ phase: 'closed' });
  expect(store.getState().lesson?.view.slide?.page).toBe(1);
});

test('[BR3] the board that was loaded again finds its branch, before it has any link', async () => {
  const first = rig();
  await first.cut();
  first.branches.begin();
  await first.branches.send({ type: 'page.turn', page: 4 });
  await first.branches.send(ASK);
  first.branches.stop();
  const again = rig(first.shelf, 'connecting');
  await again.settle();
  expect(again.stands()).toMatchObject({ slide: { page: 4 }, round: { phase: 'open' } });
  expect(again.stands()).toEqual(first.stands());
});

test('[BR1] a board that was loaded again in a cut may still go on with its lesson, but not with one of yesterday', async () => {
  const { shelf, cut, branches } = rig();
  await cut();
  branches.stop();
  const again = rig(shelf, 'connecting');
  await again.settle();
  again.branches.begin();
  await again.settle();
  expect(again.stands()).toMatchObject({ title: expect.stringContaining('分数'), slide: { page: 1 } });
  again.branches.stop();
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  for (const { branchId } of await shelf.branches()) await shelf.forget(branchId);
  const late = rig(shelf, 'connecting');
  await late.settle();
  expect(late.branches.store.getState().standing).toBeNull();
});

test('[BR4] with the link the branch is handed in at once, again until the server has it, and then forgotten', async () => {
  const { branches, cut, back, posted, stands, shelf, server, lesson } = rig();
  await cut();
  branches.begin();
  await branches.send({ type: 'page.turn', page: 2 });
  lesson.send(LEAD, { type: 'page.turn', page: 4 });
  server.up = false;
  await back();
  expect(stands()).toBeNull();
  expect(posted).toEqual([]);
  server.up = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(posted).toMatchObject([{ slide: { deckId: 'd1', page: 1 }, entries: [{ n: 1, act: { page: 2 } }] }]);
  expect(await shelf.branches()).toEqual([]);
  expect(branches.store.getState().back).toMatchObject({ slide: { page: 1 }, roundId: null });
});

test('[BR1] a question that is open is finished first, within a minute; nobody is kept from returning at once', async () => {
  const { branches, cut, back, posted, stands } = rig();
  await cut();
  branches.begin();
  await branches.send(ASK);
  await back();
  expect(stands()).not.toBeNull();
  await vi.advanceTimersByTimeAsync(FINISH_MS);
  expect(stands()).toBeNull();
  expect(posted).toHaveLength(1);
  await cut();
  branches.begin();
  await branches.send(ASK);
  await back();
  await branches.send({ type: 'round.dismiss', roundId: stands()?.round?.roundId ?? '' });
  await vi.advanceTimersByTimeAsync(0);
  expect(posted).toHaveLength(2);
});

test('[BR3] a count takes the place of the one before; a branch that is full gives way to another one, and all come in', async () => {
  const { branches, cut, back, posted, stands, lesson } = rig();
  await cut();
  branches.begin();
  const rounds = BRANCH_ROUNDS + 2;
  for (let round = 0; round < rounds; round += 1) {
    expect(await branches.send(ASK)).toMatchObject({ ok: true });
    const roundId = stands()?.round?.roundId ?? '';
    for (const count of [1, 2, 3]) await branches.send({ type: 'handcount.set', roundId, counts: { true: count } });
    await branches.send({ type: 'round.dismiss', roundId });
  }
  await back();
  expect(posted).toHaveLength(2);
  expect(posted.map(({ entries }) => entries.length)).toEqual([3 * BRANCH_ROUNDS, 6]);
  const room = lesson.state().classrooms.c1;
  if (!room) throw new Error('no room');
  const asked = posted.flatMap((log) => Object.values(playBranch(beginBranch(lesson.state(), room, log), log).rounds));
  expect(asked.map(({ round }) => round.handCounts.c1)).toEqual(Array.from({ length: rounds }, () => ({ true: 3 })));
});

test('[BR7] a short gap is no cut: nothing was missed', async () => {
  const { branches, cut, back } = rig();
  await cut(CUT_MS - 1);
  await back();
  expect(branches.store.getState()).toMatchObject({ back: null, cutAt: null });
});
