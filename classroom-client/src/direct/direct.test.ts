import {
  type BranchLog,
  beginBranch,
  type Command,
  mergeBranch,
  playBranch,
  seatKey,
  UNPREPARED,
} from '@tongke/shared-types';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { memoryShelf } from '../branch/branch-shelf.ts';
import { CUT_MS } from '../branch/cut-ms.ts';
import { type BranchScreen, keepBranches } from '../branch/keep-branches.ts';
import type { SeatDataPath } from '../connection/data-path.ts';
import { createListeners } from '../connection/listeners.ts';
import { shelfVault } from '../connection/shelf-vault.ts';
import { createLessonStore } from '../lesson/lesson-store.ts';
import { board, createFixture } from '../testing/fixtures.ts';
import { memoryShelf as tabletShelf } from '../testing/memory-shelf.ts';
import { serveTablets } from './serve-tablets.ts';
import { openTabletDirect, type TabletBranch } from './tablet-direct.ts';
import type { TabletLinks } from './tablet-links.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 1, 1, 10) }));
afterEach(() => void vi.useRealTimers());

const ASK: Command = { ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 60 };
/** A message is so long on its way, ms. */
const WAY_MS = 20;

/** A board and the tablets of its room, with a server that takes what is handed in. */
function room(tabletCount: number, pictureOf: (hash: string) => Promise<Blob | null> = async () => null) {
  const lesson = createFixture();
  const seats = Object.keys(lesson.state().classrooms.c1?.seats ?? {}).slice(0, tabletCount);
  const shelf = memoryShelf();
  const written: { branchId: string; seatId: string; commandId: string }[] = [];
  const keeping = { ...shelf };
  const keepEntry: typeof shelf.keepEntry = async (branchId, entry) => {
    await shelf.keepEntry(branchId, entry);
    const { seatId, commandId } = entry;
    if (seatId && commandId) written.push({ branchId, seatId, commandId });
  };
  Object.assign(keeping, { keepEntry });
  const posted = new Map<string, BranchLog>();
  const merges: string[] = [];
  const post = async (_: string, log: BranchLog) => {
    const known = posted.get(log.branchId);
    if (known) expect(log).toEqual(known);
    posted.set(log.branchId, log);
    merges.push(log.branchId);
    // Some answers are lost on the way back.
    return { ok: merges.length % 2 === 0 };
  };
  const open = new Set<string>();
  const links = createStore<readonly string[]>(() => []);
  const ups = createListeners<{ seatId: string; bytes: Uint8Array }>();
  const openings = createListeners<string>();
  const tablets = new Map(seats.map((seatId) => [seatId, tabletOf(seatId)]));
  let live: ReturnType<typeof boot> | null = null;

  /** Bytes travel while the channel that took them is open. */
  const travel = (seatId: string, deliver: () => void) => {
    if (!open.has(seatId)) return false;
    setTimeout(() => open.has(seatId) && deliver(), WAY_MS);
    return true;
  };
  function tabletOf(seatId: string) {
    const downs = createListeners<Uint8Array>();
    const turns = createListeners<boolean>();
    const path: SeatDataPath = {
      get open() {
        return open.has(seatId);
      },
      send: (bytes) => travel(seatId, () => ups.tell({ seatId, bytes })),
      onMessage: downs.add,
      onTurn: turns.add,
      attend: () => undefined,
      hurry: () => undefined,
      lost: () => undefined,
      close: () => undefined,
    };
    const branch = createStore<TabletBranch | null>(() => null);
    const server = { direct: () => undefined, onDirect: () => () => undefined };
    const direct = openTabletDirect(server, shelfVault(tabletShelf()), branch, path);
    direct.attend('l', seatId);
    return { branch, downs, turns };
  }
  function boot() {
    const store = createLessonStore({ link: 'connecting' });
    const joined = createListeners<void>();
    const tabletLinks: TabletLinks = {
      tablets: links,
      send: (seatId, bytes) => travel(seatId, () => tablets.get(seatId)?.downs.tell(bytes)),
      onMessage: ups.add,
      onOpened: openings.add,
      stop: () => undefined,
    };
    const connection = { store, onJoined: joined.add, serverNow: () => Date.now() };
    const branches = keepBranches({ connection, shelf: keeping, post, pack: () => null, tablets: links });
    return { store, joined, branches, stopServing: serveTablets(tabletLinks, branches, pictureOf) };
  }
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const drop = (seatId: string) => {
    if (!open.delete(seatId)) return;
    links.setState([...open], true);
    tablets.get(seatId)?.turns.tell(false);
  };
  const connect = (seatId: string) => {
    if (open.has(seatId)) return;
    open.add(seatId);
    links.setState([...open], true);
    tablets.get(seatId)?.turns.tell(true);
    openings.tell(seatId);
  };
  const back = async () => {
    live?.store.setState({ link: 'online', lesson: lesson.snapshot(board('c1')), clock: { offset: 0, roundTrip: 9 } });
    live?.joined.tell();
    await wait(50);
  };
  const reload = async () => {
    for (const seatId of [...open]) drop(seatId);
    live?.branches.stop();
    live?.stopServing();
    live = boot();
    await wait(50);
  };
  const cut = async () => {
    live?.store.setState({ link: 'lost' });
    await wait(CUT_MS);
    live?.branches.begin();
    await wait(50);
  };
  /** The board has come anew, its tablets have called it, and the link is cut. */
  const cutOff = async () => {
    await reload();
    await back();
    for (const seatId of seats) connect(seatId);
    await cut();
  };
  const now = () => {
    if (!live) throw new Error('The board is off.');
    return live.branches;
  };
  const stands = () => now().store.getState().running?.state ?? null;
  const act = async (command: Command) => {
    await now().send(command);
    await wait(2 * WAY_MS + 30);
  };
  const answer = (seatId: string, value: boolean) => {
    const shown = tablets.get(seatId)?.branch.getState();
    const round = shown?.view.round;
    if (!shown || round?.kind !== 'question') return;
    shown.outbox.put({ type: 'answer.give', roundId: round.roundId, answer: { kind: 'true-false', value } });
  };
  const say = (seatId: string, bytes: Uint8Array) => ups.tell({ seatId, bytes });
  return {
    lesson,
    seats,
    tablets,
    written,
    posted,
    wait,
    drop,
    connect,
    back,
    reload,
    cut,
    cutOff,
    stands,
    act,
    answer,
    say,
  };
}

test('[BR8] a tablet sees of the branch what its seat may see, and is told again only when that changes', async () => {
  const { seats, tablets, reload, back, cut, connect, act, wait, answer } = room(2);
  const [mine = '', other = ''] = seats;
  await reload();
  await back();
  for (const seatId of seats) connect(seatId);
  await wait(100);
  const shown = (seatId: string) => tablets.get(seatId)?.branch.getState()?.view ?? null;
  expect(shown(mine)).toBeNull();
  await cut();
  await wait(100);
  expect(shown(mine)).toMatchObject({ phase: 'live', round: null });
  await act(ASK);
  const before = shown(other);
  expect(before?.round).toMatchObject({ phase: 'open', answers: {}, answered: {} });
  answer(mine, true);
  await wait(500);
  expect(shown(mine)?.round).toMatchObject({ answers: { [mine]: { answer: { value: true } } } });
  expect(shown(other)).toBe(before);
  expect(Object.keys(shown(other)?.classrooms.c1?.seats ?? {})).toEqual([other]);
  await back();
  await act({ type: 'round.dismiss', roundId: shown(mine)?.round?.roundId ?? '' });
  await wait(200);
  expect(shown(mine)).toBeNull();
});

test('[BR9] an answer that could not be sent waits on the tablet, and goes out when the board is reached again', async () => {
  const { seats, tablets, connect, drop, act, wait, answer, stands, cutOff } = room(1);
  const [mine = ''] = seats;
  await cutOff();
  await act(ASK);
  answer(mine, true);
  drop(mine);
  await wait(3_000);
  expect(tablets.get(mine)?.branch.getState()).toBeNull();
  expect(stands()?.lesson.round).toMatchObject({ answers: {} });
  connect(mine);
  await wait(3_000);
  expect(stands()?.lesson.round).toMatchObject({ answers: { [mine]: { answer: { value: true } } } });
  const items = tablets.get(mine)?.branch.getState()?.outbox.items.getState() ?? {};
  expect(Object.values(items)).toMatchObject([{ state: 'received' }]);
});

test('[BR9] what is asked again over another channel is answered there, also when the lost one’s patience ends meanwhile', async () => {
  const { seats, tablets, connect, drop, act, wait, answer, cutOff } = room(1);
  const [mine = ''] = seats;
  await cutOff();
  await act(ASK);
  answer(mine, true);
  await wait(1);
  drop(mine);
  await wait(3_930);
  connect(mine);
  await wait(200);
  const items = tablets.get(mine)?.branch.getState()?.outbox.items.getState() ?? {};
  expect(Object.values(items)).toMatchObject([{ state: 'received' }]);
});

test('[BR9] a press quicker than a hand is a false start, as in the lesson: the tablet says so, and its next press counts', async () => {
  const { seats, tablets, act, wait, stands, cutOff } = room(1);
  const [mine = ''] = seats;
  await cutOff();
  await act({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 });
  const shown = () => tablets.get(mine)?.branch.getState();
  const round = () => shown()?.view.round;
  for (let ms = 0; ms < 3_000 && !(round()?.kind === 'buzzer' && round()?.phase === 'open'); ms += 1) await wait(1);
  const press = () => {
    const roundId = round()?.roundId ?? '';
    shown()?.outbox.put({ type: 'buzzer.press', roundId, shown: null, pressed: 0 });
  };
  press();
  await wait(100);
  expect(stands()?.lesson.round).toMatchObject({ presses: [] });
  const key = seatKey({ classroomId: 'c1', seatId: mine });
  expect(round()).toMatchObject({ falseStarts: { [key]: expect.any(Number) } });
  await wait(300);
  press();
  await wait(2_000);
  expect(stands()?.lesson.round).toMatchObject({ phase: 'decided', order: [{ entrant: { seatId: mine } }] });
});

test('[BR8] a class that does something at every moment is told of it all the same', async () => {
  const screen: BranchScreen = { running: null, standing: null, cutAt: null, back: null };
  const store = createStore<BranchScreen>(() => screen);
  const sent: Uint8Array[] = [];
  const nothing = () => undefined;
  const links: TabletLinks = {
    tablets: createStore<readonly string[]>(() => ['s']),
    send: (_, bytes) => sent.push(bytes) > 0,
    onMessage: () => nothing,
    onOpened: () => nothing,
    stop: nothing,
  };
  serveTablets(links, { store, hear: async () => ({ ok: true, version: 1 }) });
  for (let at = 0; at < 10; at += 1) {
    store.setState({ cutAt: at });
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(sent).toHaveLength(1);
});

test('[BR9] what is malformed, too long, or more than a tablet has to say has no effect', async () => {
  const { seats, act, wait, stands, say, written, cutOff } = room(1);
  const [mine = ''] = seats;
  await cutOff();
  await act(ASK);
  const { branchId = '', lesson } = stands() ?? {};
  const roundId = lesson?.round?.roundId ?? '';
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const give = (id: string, more = {}) => {
    const answer = { kind: 'true-false', value: true };
    const command = { type: 'answer.give', roundId, answer, ...more };
    return JSON.stringify({ type: 'command', envelope: { id, lessonId: branchId, command } });
  };
  for (const text of ['', '{', 'null', '[]', '{"type":"command"}', '{"type":"branch"}']) say(mine, bytesOf(text));
  say(mine, Uint8Array.of(255, 254, 0));
  say(mine, bytesOf(give('a', { seatId: 'another' })));
  say(mine, bytesOf(give('__proto__')));
  say(mine, bytesOf(give('b').padEnd(9_000)));
  await wait(200);
  expect(stands()?.lesson.round).toMatchObject({ answers: {} });
  for (let n = 0; n < 50; n += 1) say(mine, bytesOf(give(`n${n}`)));
  await wait(200);
  expect(written).toHaveLength(4);
  say(mine, bytesOf(give('late')));
  await wait(200);
  expect(written).toHaveLength(5);
  expect(stands()?.lesson.round).toMatchObject({ answers: { [mine]: { answer: { value: true } } } });
});

test('[BR14] a hand that is raised on a tablet is the board’s to see, over its reload too, and each tablet sees its own', async () => {
  const { seats, tablets, reload, connect, wait, stands, cutOff } = room(2);
  const [mine = '', other = ''] = seats;
  await cutOff();
  await wait(100);
  const shown = () => tablets.get(mine)?.branch.getState();
  const hands = () => stands()?.lesson.hands.map(({ seatId, reason }) => [seatId, reason]);
  const raised = shown()?.send({ type: 'hand.raise' });
  await wait(200);
  expect(await raised).toMatchObject({ ok: true });
  void shown()?.send({ type: 'hand.raise', reason: 'ask' });
  await wait(200);
  expect(shown()?.view.hands).toMatchObject([{ seatId: mine, reason: 'ask' }]);
  expect(tablets.get(other)?.branch.getState()?.view.hands).toEqual([]);
  await reload();
  expect(hands()).toEqual([[mine, 'ask']]);
  connect(mine);
  await wait(200);
  const lowered = shown()?.send({ type: 'hand.lower' });
  await wait(200);
  expect([await lowered, hands()]).toMatchObject([{ ok: true }, []]);
  const refused = shown()?.send({ type: 'seat.leave' });
  await wait(200);
  expect(await refused).toEqual({ ok: false, reason: 'not-allowed' });
});

const HASH = 'ab'.repeat(32);
const PICTURED: Command = { ...ASK, picture: HASH };

/** A tablet on a branch, after this question. */
async function asked(question: Command, pictureOf: (hash: string) => Promise<Blob | null>) {
  const world = room(2, pictureOf);
  const { seats, tablets, reload, back, connect, cut, act, wait } = world;
  const [mine = '', other = ''] = seats;
  await reload();
  await back();
  for (const seatId of seats) connect(seatId);
  await cut();
  await act(question);
  const branch = () => tablets.get(mine)?.branch.getState();
  const fetched = async (hash: string, ms = 1_000) => {
    const picture = branch()?.picture(hash);
    await wait(ms);
    return picture && [...new Uint8Array((await (await picture)?.arrayBuffer()) ?? [])];
  };
  return { ...world, mine, other, branch, fetched };
}

test('[BR13] a tablet that is shown a question with a picture gets it from its board, whole and read once for the class', async () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at) % 251);
  let read = 0;
  const pictureOf = async (hash: string) => {
    read += 1;
    return hash === HASH ? new Blob([bytes]) : null;
  };
  const { mine, other, branch, tablets, fetched, wait } = await asked(PICTURED, pictureOf);
  expect(branch()?.view.round).toMatchObject({ picture: HASH });
  const others = tablets.get(other)?.branch.getState()?.picture(HASH);
  expect((await fetched(HASH))?.join()).toBe(bytes.join());
  await wait(1_000);
  expect((await others)?.size).toBe(200_000);
  expect([mine === other, read]).toEqual([false, 1]);
});

test('[BR13] a board gives no picture but that of the question the seat is shown, and says at once when it has none', async () => {
  const other = 'cd'.repeat(32);
  const pictureOf = async (hash: string) => (hash === other ? new Blob(['x']) : null);
  const pictured = await asked(PICTURED, pictureOf);
  expect(await pictured.fetched(other, 200)).toEqual([]);
  expect(await pictured.fetched(HASH, 200)).toEqual([]);
  const keys = await asked({ ...PICTURED, picture: other, onTablet: 'keys' } as Command, pictureOf);
  expect(await keys.fetched(other, 200)).toEqual([]);
  const plain = await asked(ASK, pictureOf);
  expect(await plain.fetched(other, 200)).toEqual([]);
});

test('[BR13] a picture larger than any that is kept is not taken, and one whose way is lost does not come', async () => {
  const large = await asked(PICTURED, async () => new Blob([new Uint8Array(200_001)]));
  expect(await large.fetched(HASH, 200)).toEqual([]);
  const { mine, drop, connect, branch, wait, fetched } = await asked(
    PICTURED,
    async () => new Blob(['x'.repeat(90_000)]),
  );
  const lost = branch()?.picture(HASH);
  await wait(50);
  drop(mine);
  expect(await lost).toBeNull();
  connect(mine);
  await wait(100);
  expect(await fetched(HASH)).toHaveLength(90_000);
});

type World = ReturnType<typeof room>;
const seatNo = fc.nat(2);
const steps: fc.Arbitrary<(world: World) => Promise<void>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(seatNo, fc.boolean()).map(
      ([at, value]) =>
        async ({ seats, answer }: World) =>
          answer(seats[at] ?? '', value),
    ),
  },
  {
    weight: 3,
    arbitrary: seatNo.map(
      (at) =>
        async ({ seats, drop }: World) =>
          drop(seats[at] ?? ''),
    ),
  },
  {
    weight: 4,
    arbitrary: seatNo.map(
      (at) =>
        async ({ seats, connect }: World) =>
          connect(seats[at] ?? ''),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.nat(400).map(
      (ms) =>
        async ({ wait }: World) =>
          void (await wait(ms)),
    ),
  },
  { weight: 2, arbitrary: fc.constant(async ({ act }: World) => act(ASK)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('round.close', 'round.dismiss').map(
      (type) =>
        async ({ act, stands }: World) =>
          act({ type, roundId: stands()?.lesson.round?.roundId ?? '' } as Command),
    ),
  },
  { weight: 1, arbitrary: fc.constant(async ({ reload }: World) => reload()) },
  {
    weight: 1,
    arbitrary: fc.constant(async ({ back, cut }: World) => {
      await back();
      await cut();
    }),
  },
);

test('[BR10] what a tablet had acknowledged is in the branches that are handed in exactly once, whatever drops, is loaded again or returns', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 40 }), async (todo) => {
      const world = room(3);
      const { seats, tablets, written, posted, lesson, connect, wait, reload, back, cut, act } = world;
      const acknowledged = new Set<string>();
      for (const [seatId, { branch }] of tablets) {
        branch.subscribe((shown) => {
          shown?.outbox.items.subscribe((items) => {
            for (const { id, state } of Object.values(items))
              if (state === 'received') acknowledged.add(`${seatId} ${id}`);
          });
        });
      }
      await reload();
      await back();
      for (const seatId of seats) connect(seatId);
      await cut();
      await act(ASK);
      for (const step of todo) await step(world);
      await back();
      await wait(130_000);
      const keys = written.map(({ seatId, commandId }) => `${seatId} ${commandId}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of acknowledged) expect(keys).toContain(key);
      const state = lesson.state();
      for (const log of posted.values()) {
        const given = log.entries.filter(({ act: { type } }) => type === 'answer.give');
        expect(given).toHaveLength(written.filter(({ branchId }) => branchId === log.branchId).length);
        const classroom = state.classrooms.c1;
        if (!classroom) throw new Error('no room');
        const { rounds } = playBranch(beginBranch(state, classroom, log), log);
        for (const [roundId, { round }] of Object.entries(rounds)) {
          const latest = new Map<string, unknown>();
          for (const { act, seatId = '' } of given) {
            if (act.type === 'answer.give' && act.roundId === roundId) latest.set(seatId, act.answer);
          }
          const stand = Object.entries(round.answers).map(([seatId, { answer }]) => [seatId, answer] as const);
          expect(new Map(stand)).toEqual(latest);
        }
        const merged = mergeBranch(state, { classroomId: 'c1', log, bank: {} }, { now: Date.now() });
        if (!merged.ok) throw new Error(merged.reason);
        const [event] = merged.events;
        const answered = event?.type === 'branch.merged' ? event.rounds.map(({ tally }) => tally.answered) : [];
        expect(answered).toEqual(Object.values(rounds).map(({ round }) => Object.keys(round.answers).length));
      }
      expect([...posted.keys()].length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
}, 120_000);
