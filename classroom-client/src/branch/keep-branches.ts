import {
  type BoardAct,
  type Command,
  type CommandReply,
  type Envelope,
  type LessonPack,
  nextDeadline,
  passTime,
  refuse,
  type SeatId,
  type Time,
} from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { pauseAfter } from '../api/try-again.ts';
import { UNKNOWN_CLOCK } from '../connection/clock.ts';
import type { Connection } from '../connection/connect.ts';
import { newId } from '../connection/new-id.ts';
import type { Send } from '../connection/send.ts';
import { actOfBoard } from './act-of-board.ts';
import { actOfTablet } from './act-of-tablet.ts';
import type { BranchShelf, KeptBranch } from './branch-shelf.ts';
import { CUT_MS } from './cut-ms.ts';
import { handIn, type postBranch } from './hand-in.ts';
import { reachedSince } from './reached-since.ts';
import { type AskedBy, acted, askedBefore, isFull, type RunningBranch, resumed } from './running-branch.ts';
import { type Standing, standingOf } from './standing.ts';

/** What the board shows of cuts. */
export interface BranchScreen {
  /** The branch that this classroom goes on with. */
  readonly running: RunningBranch | null;
  /** Where the lesson stood that could be gone on with. */
  readonly standing: Standing | null;
  /** Since when the link has been gone, on the server's clock; null while it is there. */
  readonly cutAt: Time | null;
  /** The cut that is over, and what was on the screen then. Until somebody has read it. */
  readonly back: ({ readonly cutAt: Time } & Pick<Standing, 'slide' | 'roundId'>) | null;
}

export interface Branches {
  readonly store: StoreApi<BranchScreen>;
  /** 本班继续: nothing, where there is no lesson to go on with. */
  readonly begin: () => void;
  /** What the assistant does on the branch. */
  readonly send: Send;
  /** What a tablet asks of the branch that it names, for the seat to which its channel belongs; answered once it is on the disk. */
  readonly hear: (seatId: SeatId, envelope: Envelope) => Promise<CommandReply>;
  /** Back to the lesson; what was done is handed in. */
  readonly end: () => void;
  readonly read: () => void;
  readonly stop: () => void;
}

interface Deps {
  readonly connection: Pick<Connection, 'store' | 'onJoined' | 'serverNow'>;
  readonly shelf: BranchShelf;
  readonly post: ReturnType<typeof postBranch>;
  readonly pack: () => LessonPack | null;
  /** The seats whose tablets the board reaches directly. */
  readonly tablets: StoreApi<readonly SeatId[]>;
}

/** [BR1] A question that is on the screens when the link is back is finished within this time, ms. */
export const FINISH_MS = 60_000;
const STANDING_MS = 2_000;
/** A lesson that was known so long ago is not gone on with, ms. */
const OLD_MS = 3 * 3_600_000;

/** [BR1] [BR3] [BR4] A classroom's lesson over a cut of its link: knows where the lesson stands, goes on with it, keeps what is done, and hands it in. */
export function keepBranches({ connection, shelf, post, pack, tablets }: Deps): Branches {
  const store = createStore<BranchScreen>(() => ({ running: null, standing: null, cutAt: null, back: null }));
  let work: Promise<unknown> = Promise.resolve();
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let finish: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let told = { said: '', at: Number.NEGATIVE_INFINITY };
  let tries = 0;
  let stopped = false;

  const isOnline = () => connection.store.getState().link === 'online';
  /** Whole ms, as the server takes them; its clock is known by halves. */
  const now = () => {
    const known = connection.store.getState().clock !== UNKNOWN_CLOCK;
    return Math.round(known ? connection.serverNow() : Date.now() + (store.getState().standing?.offset ?? 0));
  };
  /** One thing after the other: what is done is on the disk before the next one is looked at. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = work.then(job);
    work = done.catch(() => undefined);
    return done;
  };

  const run = (running: RunningBranch | null) => {
    store.setState({ running });
    clearTimeout(alarm);
    const due = running && nextDeadline(running.state.lesson);
    if (!running || due === null) return;
    alarm = setTimeout(
      () => {
        const { running: then } = store.getState();
        if (then) run({ ...then, state: passTime(then.state, now()) });
      },
      Math.max(0, due - now()),
    );
  };

  const start = async (standing: Standing, cutAt: Time): Promise<RunningBranch> => {
    const { slide } = standing;
    const branch: KeptBranch = {
      ...{ branchId: newId(), cutAt, from: now(), to: null, standing },
      slide: slide && { deckId: slide.deckId, pages: slide.pages, page: slide.page, shown: slide.shown },
    };
    await shelf.keepBranch(branch);
    void reach();
    return resumed(branch, [], branch.from);
  };
  const close = ({ kept }: RunningBranch) => shelf.keepBranch({ ...kept, to: Math.max(now(), kept.from) });

  /** One act: on the disk before it is shown or answered. */
  const perform = async (running: RunningBranch, act: BoardAct, by?: AskedBy): Promise<CommandReply> => {
    const done = acted(running, act, now(), by);
    if (!done.ok) {
      run(running);
      return done;
    }
    await shelf.keepEntry(running.kept.branchId, done.entry);
    run(done.after);
    return { ok: true, version: done.entry.n };
  };

  /** The branch that takes this act: where the running one is full another one, which goes on with what is on the board. */
  const roomFor = async (running: RunningBranch, act: BoardAct): Promise<RunningBranch> => {
    if (!isFull(running, act)) return running;
    await close(running);
    const { slide, ink, hands, clock } = passTime(running.state, now()).lesson;
    return start({ ...running.kept.standing, slide, ink, hands, clock }, running.kept.cutAt);
  };

  const send = (command: Command): Promise<CommandReply> =>
    inTurn(async () => {
      const { running } = store.getState();
      const act = actOfBoard(command, pack());
      if (!running || !act) return refuse('not-allowed');
      const reply = await perform(await roomFor(running, act), act);
      const over = reply.ok && store.getState().running?.state.lesson.round === null;
      if (over && isOnline()) void end();
      return reply;
    });

  const hear = (seatId: SeatId, { id, lessonId, command }: Envelope): Promise<CommandReply> =>
    inTurn(async () => {
      const { running } = store.getState();
      if (running?.kept.branchId !== lessonId) return refuse('other-lesson');
      const act = actOfTablet(command);
      if (!act) return refuse('not-allowed');
      const by = { seatId, commandId: id };
      const before = askedBefore(running, by);
      if (before)
        return JSON.stringify(before.act) === JSON.stringify(act)
          ? { ok: true, version: before.n }
          : refuse('command/id-reused');
      return perform(await roomFor(running, act), act, by);
    });

  /** [BR8] The branch knows which tablets the board reaches. */
  const reach = () =>
    inTurn(async () => {
      const { running } = store.getState();
      const act = running && reachedSince(running.state.lesson, tablets.getState());
      if (running && act) await perform(running, act);
    });

  const begin = () =>
    inTurn(async () => {
      const { running, standing, cutAt } = store.getState();
      if (!running && standing && cutAt !== null) run(await start(standing, cutAt));
    });

  const end = () =>
    inTurn(async () => {
      const { running } = store.getState();
      clearTimeout(finish);
      if (running) await close(running);
      run(null);
      if (isOnline()) deliver();
    });

  function deliver(): void {
    clearTimeout(again);
    void handIn(shelf, post, now()).then((all) => {
      if (all || stopped) tries = 0;
      else again = setTimeout(() => isOnline() && deliver(), pauseAfter(tries++));
    });
  }

  /** What the lesson's screen knows is where a branch would begin. */
  const follow = () => {
    const { lesson, link, clock, waiting } = connection.store.getState();
    if (link === 'online') {
      const viewer = lesson?.viewer;
      const room = viewer?.role === 'board' ? viewer.classroomId : '';
      if (lesson) keep(standingOf(lesson.view, room, clock.offset, now()));
      else if (waiting) keep(null);
      return;
    }
    const { cutAt, standing } = store.getState();
    if (link === 'lost' && cutAt === null && standing) {
      store.setState({ cutAt: now() });
      void shelf.keepStanding(standing);
    }
  };
  const keep = (standing: Standing | null) => {
    store.setState({ standing });
    // Ink is large, and kept when the link is cut.
    const { ink: _, ...small } = standing ?? {};
    const said = standing ? JSON.stringify({ ...small, at: 0, offset: 0 }) : '';
    if (said === told.said || (standing && Date.now() - told.at < STANDING_MS)) return;
    told = { said, at: Date.now() };
    void shelf.keepStanding(standing && (small as Standing));
  };

  const joined = () => {
    const { cutAt, running, standing } = store.getState();
    const { slide = null, roundId = null } = running?.kept.standing ?? standing ?? {};
    const long = cutAt !== null && now() - cutAt >= CUT_MS;
    store.setState({ cutAt: null, ...(long && { back: { cutAt, slide, roundId } }) });
    follow();
    if (!running) return deliver();
    if (running.state.lesson.round === null) void end();
    else finish = setTimeout(() => isOnline() && void end(), FINISH_MS);
  };

  /** A page that was loaded again in a cut finds its branch, or where the lesson stood. */
  const recall = async () => {
    const [standing, branches] = await Promise.all([shelf.standing(), shelf.branches()]);
    const open = branches.find(({ to }) => to === null);
    if (open) run(resumed(open, await shelf.entries(open.branchId), now()));
    if (open) void reach();
    if (isOnline()) return joined();
    const recent = standing && Date.now() + standing.offset - standing.at < OLD_MS ? standing : null;
    const known = open?.standing ?? recent;
    if (known && !store.getState().standing) store.setState({ standing: known, cutAt: open?.cutAt ?? known.at });
  };

  follow();
  // Before the subscriptions: the way back from a cut must know of the branch.
  void inTurn(recall);
  const stopStore = connection.store.subscribe(follow);
  const stopTablets = tablets.subscribe(() => void reach());
  const stopJoined = connection.onJoined(() => void inTurn(async () => joined()));
  return {
    store,
    begin: () => void begin(),
    send,
    hear,
    end: () => void end(),
    read: () => store.setState({ back: null }),
    stop: () => {
      stopped = true;
      for (const timer of [alarm, finish, again]) clearTimeout(timer);
      stopStore();
      stopTablets();
      stopJoined();
    },
  };
}
