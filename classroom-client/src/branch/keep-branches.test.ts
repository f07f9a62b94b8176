import {
  BODIES,
  BRANCH_ROUNDS,
  type BranchLog,
  beginBranch,
  type Command,
  type Envelope,
  FULL_ACTS,
  MOST_ACTS,
  packPoints,
  playBranch,
  UNPREPARED,
} from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createListeners } from '../connection/listeners.ts';
import { createLessonStore } from '../lesson/lesson-store.ts';
import { board, createFixture, LEAD } from '../testing/fixtures.ts';
import { memoryShelf } from './branch-shelf.ts';
import { CUT_MS } from './cut-ms.ts';
import { FINISH_MS, keepBranches } from './keep-branches.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 1, 1, 10) }));
afterEach(() => void vi.useRealTimers());

const SHEET = 'deck:d1:1';
const stroke = (strokeId: string) => {
  const points = packPoints([
    [100, 100, 8],
    [900, 400, 8],
  ]);
  return { sheet: SHEET, strokeId, tool: 'pen', colour: 1, width: 40, points, text: null } as const;
};
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
  const tablets = createStore<readonly string[]>(() => []);
  const connection = { store, onJoined: joined.add, serverNow: () => Date.now() + 0.4 };
  const branches = keepBranches({ connection, shelf, post, pack: () => null, tablets });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    ...{ lesson, store, shelf, posted, branches, settle, server, tablets },
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

test('[BR3] [BR14] a branch that is full gives way with the hands that are up and the clock; neither comes down by it, nor is handed in', async () => {
  const { branches, cut, back, posted, stands, shelf, settle, tablets, lesson } = rig();
  const [mine = '', other = ''] = Object.keys(lesson.state().classrooms.c1?.seats ?? {});
  tablets.setState([mine, other], true);
  await cut();
  branches.begin();
  await settle();
  const hear = (seatId: string, id: string, command: Command) => {
    const lessonId = branches.store.getState().running?.kept.branchId ?? '';
    return branches.hear(seatId, { id, lessonId, command });
  };
  expect(await hear(mine, 'h1', { type: 'hand.raise', reason: 'ask' })).toMatchObject({ ok: true });
  expect(await branches.send({ type: 'clock.start', seconds: 600 })).toMatchObject({ ok: true });
  const before = stands();
  for (let round = 0; round <= BRANCH_ROUNDS; round += 1) {
    await branches.send(ASK);
    await branches.send({ type: 'round.dismiss', roundId: stands()?.round?.roundId ?? '' });
  }
  expect(await shelf.branches()).toHaveLength(2);
  expect(stands()).toMatchObject({ hands: before?.hands, clock: before?.clock });
  expect(before).toMatchObject({ hands: [{ seatId: mine, reason: 'ask' }], clock: { seconds: 600 } });
  expect(await hear(other, 'h2', { type: 'hand.raise' })).toMatchObject({ ok: true });
  const again = rig(shelf, 'connecting');
  await again.settle();
  expect(again.stands()?.hands.map(({ seatId }) => seatId)).toEqual([mine, other]);
  again.branches.stop();
  expect(await branches.send({ type: 'hand.lower', seatId: mine })).toMatchObject({ ok: true });
  expect(await branches.send({ type: 'clock.pause' })).toMatchObject({ ok: true });
  expect(stands()?.hands.map(({ seatId }) => seatId)).toEqual([other]);
  await back();
  expect(posted).toHaveLength(2);
  expect(JSON.stringify(posted)).not.toContain('hand.');
});

test('[BR14] a tablet’s hand too goes to another branch where the running one is full', async () => {
  const { branches, cut, stands, settle, lesson, shelf } = rig();
  const [mine = ''] = Object.keys(lesson.state().classrooms.c1?.seats ?? {});
  await cut();
  branches.begin();
  await settle();
  for (let at = 0; at < FULL_ACTS; at += 1) await branches.send({ type: 'page.turn', page: 1 + (at % 2) });
  const lessonId = branches.store.getState().running?.kept.branchId ?? '';
  expect(await branches.hear(mine, { id: 'h', lessonId, command: { type: 'hand.raise' } })).toMatchObject({ ok: true });
  expect(stands()).toMatchObject({ hands: [{ seatId: mine }], slide: { page: 2 } });
  expect(await shelf.branches()).toHaveLength(2);
});

test('[BR3] pupils who change their answers over and over leave room for the class and for the board, over a reload too', async () => {
  const { branches, give, mine, other, stands, shelf, roundId, back, posted } = await asking();
  for (let at = 0; at <= MOST_ACTS; at += 1) {
    expect(await branches.hear(mine, give(at % 2 === 0, `m${at}`))).toMatchObject({ ok: true });
  }
  expect(await branches.hear(other, give(false, 'o'))).toMatchObject({ ok: true });
  const again = rig(shelf, 'connecting');
  await again.settle();
  // One more: no tablet has called the new page yet.
  const acts = [branches, again.branches].map(({ store }) => store.getState().running?.acts);
  expect(acts).toEqual([4, 5]);
  again.branches.stop();
  expect(await branches.send({ type: 'round.close', roundId })).toMatchObject({ ok: true });
  expect(await branches.send({ type: 'round.dismiss', roundId })).toMatchObject({ ok: true });
  expect(stands()?.round).toBeNull();
  await back();
  const given = posted[0]?.entries.flatMap(({ act, seatId }) =>
    act.type === 'answer.give' ? [[seatId, act.answer]] : [],
  );
  expect(given).toMatchObject([
    [mine, { value: MOST_ACTS % 2 === 0 }],
    [other, { value: false }],
  ]);
});

test('[BR7] a short gap is no cut: nothing was missed', async () => {
  const { branches, cut, back } = rig();
  await cut(CUT_MS - 1);
  await back();
  expect(branches.store.getState()).toMatchObject({ back: null, cutAt: null });
});

/** A branch with a question under way, and two tablets that the board reaches. */
async function asking(rigged = rig()) {
  const { branches, cut, stands, tablets, lesson, settle } = rigged;
  const seats = Object.keys(lesson.state().classrooms.c1?.seats ?? {});
  const [mine = '', other = ''] = seats;
  tablets.setState([mine, other], true);
  await cut();
  branches.begin();
  await branches.send(ASK);
  await settle();
  const { running } = branches.store.getState();
  const lessonId = running?.kept.branchId ?? '';
  const roundId = stands()?.round?.roundId ?? '';
  const give = (value: boolean, id = 'a1'): Envelope => {
    return { id, lessonId, command: { type: 'answer.give', roundId, answer: { kind: 'true-false', value } } };
  };
  return { ...rigged, mine, other, give, lessonId, roundId };
}

test('[BR8] [BR9] tablets that the board reaches count as here; an answer is on the disk before it is acknowledged, and counts once', async () => {
  const { branches, give, mine, other, stands, shelf, lessonId, tablets, settle } = await asking();
  const seats = () => stands()?.classrooms.c1?.seats;
  expect([seats()?.[mine]?.online, seats()?.[other]?.online]).toEqual([true, true]);
  const first = await branches.hear(mine, give(true));
  expect(first).toMatchObject({ ok: true });
  expect(await shelf.entries(lessonId)).toContainEqual(expect.objectContaining({ seatId: mine, commandId: 'a1' }));
  expect(await branches.hear(mine, give(true))).toEqual(first);
  expect(await branches.hear(mine, give(false))).toEqual({ ok: false, reason: 'command/id-reused' });
  expect(await branches.hear(other, give(false))).toMatchObject({ ok: true });
  expect(stands()?.round).toMatchObject({
    answered: { c1: 2 },
    answers: { [mine]: { answer: { value: true } }, [other]: { answer: { value: false } } },
  });
  tablets.setState([mine], true);
  await settle();
  expect(seats()?.[other]).toMatchObject({ online: false });
  expect((await shelf.entries(lessonId)).filter(({ commandId }) => commandId === 'a1')).toHaveLength(2);
});

test('[BR9] a tablet asks for nothing but its own answers, presses and hand, of the branch that runs', async () => {
  const { branches, give, mine, roundId, lessonId } = await asking();
  const ask = (command: Command) => branches.hear(mine, { id: 'x', lessonId, command });
  const refused = { ok: false, reason: 'not-allowed' };
  expect(await ask({ type: 'round.close', roundId })).toEqual(refused);
  expect(await ask({ type: 'handcount.set', roundId, counts: { true: 9 } })).toEqual(refused);
  expect(await ask({ type: 'hands.clear' })).toEqual(refused);
  expect(await ask({ type: 'turn.take', turnId: 't1' })).toEqual(refused);
  const photo = { kind: 'photo', photo: 'a'.repeat(64) } as const;
  expect(await ask({ type: 'answer.give', roundId, answer: photo })).toEqual(refused);
  expect(await branches.hear(mine, { ...give(true), lessonId: 'other' })).toMatchObject({ reason: 'other-lesson' });
  expect(await branches.hear('nobody', give(true))).toMatchObject({ reason: 'seat/none' });
  expect(await branches.send({ type: 'answer.give', roundId, answer: { kind: 'true-false', value: true } })).toEqual(
    refused,
  );
});

test('[BR9] [BR10] a buzzer on a branch: who is first by what arrived at the board, also after a reload, and handed in', async () => {
  const before = await asking();
  await before.branches.send({ type: 'round.dismiss', roundId: before.roundId });
  await before.branches.send({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 });
  const press = (id: string): Envelope => {
    const roundId = before.stands()?.round?.roundId ?? '';
    return { id, lessonId: before.lessonId, command: { type: 'buzzer.press', roundId, shown: 5, pressed: 6 } };
  };
  const early = await before.branches.hear(before.mine, press('early'));
  expect(early).toMatchObject({ ok: true });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(before.stands()?.round).toMatchObject({ phase: 'open' });
  await before.branches.hear(before.other, press('p1'));
  await vi.advanceTimersByTimeAsync(50);
  await before.branches.hear(before.mine, press('p2'));
  before.branches.stop();
  const again = rig(before.shelf, 'connecting');
  await again.settle();
  expect(await again.branches.hear(before.other, press('p1'))).toMatchObject({ ok: true });
  await vi.advanceTimersByTimeAsync(1_000);
  const first = { kind: 'seat', seatId: before.other };
  expect(again.stands()?.round).toMatchObject({ phase: 'decided', order: [{ entrant: first }, { place: 2 }] });
  expect(again.stands()?.classrooms.c1?.seats[before.mine]).toMatchObject({ online: false });
  await again.branches.send({ type: 'round.dismiss', roundId: again.stands()?.round?.roundId ?? '' });
  await again.back();
  const { lesson } = before;
  const [log] = again.posted;
  const room = lesson.state().classrooms.c1;
  if (!log || !room) throw new Error('not handed in');
  const buzzers = Object.values(playBranch(beginBranch(lesson.state(), room, log), log).buzzers);
  expect(buzzers).toMatchObject([{ pressed: { c1: 2 }, order: [{ entrant: first }, { place: 2 }] }]);
});

test('[BR12] what the board draws on a branch stays on its pages, over a reload and a full branch, and is not handed in', async () => {
  const { lesson, branches, cut, back, posted, stands, shelf } = rig();
  lesson.send(LEAD, { type: 'ink.draw', ...stroke('before') });
  await cut(0);
  await back();
  await cut();
  branches.begin();
  expect(await branches.send({ type: 'ink.draw', ...stroke('s1') })).toMatchObject({ ok: true });
  expect(await branches.send({ type: 'ink.draw', ...stroke('s2') })).toMatchObject({ ok: true });
  expect(await branches.send({ type: 'ink.undo', sheet: SHEET })).toMatchObject({ ok: true });
  const names = (view = stands()) => view?.ink.sheets[SHEET]?.strokes.map(({ strokeId }) => strokeId);
  expect(names()).toEqual(['before', 's1']);
  for (let round = 0; round <= BRANCH_ROUNDS; round += 1) {
    await branches.send(ASK);
    await branches.send({ type: 'round.dismiss', roundId: stands()?.round?.roundId ?? '' });
  }
  expect(names()).toEqual(['before', 's1']);
  const again = rig(shelf, 'connecting');
  await again.settle();
  expect(names(again.stands())).toEqual(['before', 's1']);
  again.branches.stop();
  await back();
  expect(posted).toHaveLength(2);
  expect(JSON.stringify(posted)).not.toContain('ink.');
});
