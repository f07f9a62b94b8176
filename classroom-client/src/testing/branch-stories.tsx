import {
  actOnBranch,
  type BoardAct,
  type BranchAct,
  type BranchState,
  beginBranch,
  type LessonPack,
  passTime,
  runOfShow,
  UNPREPARED,
  viewFor,
} from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import { KnownPack } from '../pack/known-pack.ts';
import { BoardLive } from '../screens/board/BoardLive.tsx';
import { BoardLobby } from '../screens/board/BoardLobby.tsx';
import { BranchScreen } from '../screens/branch/BranchScreen.tsx';
import { ContinueOffer } from '../screens/branch/ContinueOffer.tsx';
import { PupilScreen } from '../screens/pupil/PupilScreen.tsx';
import { fakeSession } from './fake-session.ts';
import { board, createFixture, pupil, START, seatIdOf } from './fixtures.ts';

/** From one act to the next, ms. */
const WAIT = 100;
const SLIDE = { deckId: 'd1', title: '分数的初步认识', pages: 12, page: 3, shown: true };
const QUESTION = {
  questionId: 'q1',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '二分之一' },
      { key: 'B', text: '四分之一' },
      { key: 'C', text: '三分之一' },
      { key: 'D', text: '四分之三' },
    ],
    correct: null,
  },
  prompt: '把一张饼平均分成 4 份，其中 1 份是这张饼的几分之几？',
  picture: null,
  readSeconds: 0,
  seconds: 60,
} as const;
const PACK: LessonPack = {
  ...{ lessonId: 'lesson-1', deckId: 'd1', pictures: [], questions: [structuredClone(QUESTION) as never] },
  pages: Array.from({ length: 12 }, () => ({ large: null, small: null })),
  steps: runOfShow(
    Array.from({ length: 12 }, (_, page) => (page === 2 ? ['q1'] : [])),
    [],
  ),
};

type Done = BranchAct | { readonly act: BoardAct; readonly seatId: string };
interface When {
  readonly at: number;
  readonly later: number;
}

/** The branch of a classroom after these acts. */
function branchAfter(acts: readonly Done[], { at, later }: When): BranchState {
  const fixture = createFixture();
  const room = fixture.state().classrooms.c1;
  if (!room) throw new Error('no room');
  let state = beginBranch(fixture.state(), room, { branchId: 'b1', slide: SLIDE });
  for (const [index, done] of acts.entries()) {
    const entry = 'act' in done ? done : { act: done };
    const acted = actOnBranch(state, { n: index + 1, at: at + WAIT * index, ...entry });
    if (acted.ok) state = acted.branch;
  }
  return passTime(state, at + later);
}

/** A tablet that the board reaches, after these acts; null where it reaches none. */
function onTablet(acts: readonly Done[] | null, later = 1_500): ReactNode {
  const fixture = createFixture();
  const me = pupil('c1', 1);
  const at = fixture.now() + 150_000;
  const held = fixture.snapshot(me);
  const lesson = acts ? { ...held, view: viewFor(me, branchAfter(acts, { at, later }).lesson) } : held;
  const screen = { link: 'lost', cue: null, outbox: {}, now: at + later } as const;
  const nothing = () => undefined;
  const ways = { onPress: nothing, onKeep: nothing, send: () => new Promise<never>(nothing) };
  return (
    <PupilScreen {...screen} {...ways} lesson={lesson} seat={me} withBoard={acts !== null} alone={acts === null} />
  );
}

/** A board that is cut off, after these acts. */
function alone(acts: readonly Done[], { online = false, tablets = 0, later = 0 } = {}): ReactNode {
  const fixture = createFixture();
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '分数的初步认识', pages: 12 });
  const room = fixture.state().classrooms.c1;
  if (!room) return null;
  const at = fixture.now() + 150_000;
  const kept = { branchId: 'b1', cutAt: fixture.now(), from: fixture.now(), to: null, slide: SLIDE };
  const standing = { trunk: fixture.state(), classroom: room, slide: SLIDE, roundId: null, offset: 0, at: START };
  const state = branchAfter(acts, { at, later });
  const direct = { tablets: createStore(() => Array.from({ length: tablets }, (_, n) => seatIdOf('c1', n + 1))) };
  const session = {
    ...fakeSession(fixture.snapshot(board('c1')), at + later),
    direct,
    pack: createStore(() => ({ pack: PACK })),
  };
  return (
    <KnownPack.Provider value={PACK}>
      <BranchScreen
        running={{ kept: { ...kept, standing }, state, last: null, acts: 0, heard: new Map() }}
        session={session}
        online={online}
      />
    </KnownPack.Provider>
  );
}

/** A board whose link has been gone for a while. */
function offered(): ReactNode {
  const fixture = createFixture();
  const { view, names } = fixture.snapshot(board('c1'));
  const session = fakeSession(fixture.snapshot(board('c1')), fixture.now());
  const room = view.classrooms.c1;
  if (!room) return null;
  const screen = { link: 'lost', addresses: null } as const;
  const offer = <ContinueOffer gone={23_000} onBegin={() => undefined} />;
  return <BoardLive {...{ view, room, names, session, screen, offer }} now={fixture.now()} />;
}

/** A board that waits for the lesson, and reaches some of its tablets. */
function lobby(): ReactNode {
  const fixture = createFixture({ live: false });
  fixture.send(board('c1'), { type: 'board.ready' });
  const { view, names } = fixture.snapshot(board('c1'));
  const tablets = Object.keys(view.classrooms.c1?.seats ?? {});
  const session = {
    ...fakeSession(fixture.snapshot(board('c1')), fixture.now()),
    direct: { tablets: createStore(() => tablets) },
  };
  const screen = session.connection.store.getState();
  const room = view.classrooms.c1;
  return room && <BoardLobby {...{ view, room, names, session, screen }} now={fixture.now()} />;
}

const RACE: BranchAct = { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 };
/** Early ones are no false starts here: the third second has begun. */
const PRESSED: readonly Done[] = [
  ...Array.from({ length: 30 }, (): Done => ({ type: 'slides.show', shown: true })),
  ...[1, 3].map((n): Done => ({ seatId: seatIdOf('c1', n), act: { type: 'buzzer.press', roundId: 'b1-2' } })),
];
const count: BranchAct = { type: 'handcount.set', roundId: 'b1-1', counts: { A: 3, B: 7, C: 1 } };

/** A classroom that goes on by itself. */
export const branchStories: Readonly<Record<string, () => ReactNode>> = {
  'board-lobby-tablets': lobby,
  'board-cut-offer': offered,
  'board-cut-page': () => alone([]),
  'board-cut-question': () => alone([asked(), count]),
  'board-cut-revealed': () =>
    alone([asked(), count, { type: 'round.close', roundId: 'b1-1' }, { type: 'question.reveal', roundId: 'b1-1' }]),
  'board-cut-online': () => alone([asked(), count], { online: true }),
  'board-cut-tablets': () => alone([reached(), asked(), given(1), given(2), given(3)], { tablets: 5, later: 400 }),
  'board-cut-tablets-page': () => alone([reached()], { tablets: 18 }),
  'board-cut-hands': () => alone([reached(), ...[3, 1, 4, 2, 7, 5, 6, 10].map(raised)], { tablets: 18 }),
  'board-cut-buzzer': () => alone([reached(), RACE], { tablets: 5, later: 3_000 }),
  'board-cut-buzzer-won': () => alone([reached(), RACE, ...PRESSED], { tablets: 5, later: 6_000 }),
  'tablet-branch-listen': () => onTablet([reached()]),
  'tablet-branch-hand': () => onTablet([reached(), raised(1)]),
  'tablet-branch-question': () => onTablet([reached(), asked()]),
  'tablet-branch-answered': () => onTablet([reached(), asked(), given(1)]),
  'tablet-branch-photo': () =>
    onTablet([reached(), { ...asked(), task: { kind: 'photo', correct: null } } as BranchAct]),
  'tablet-branch-buzzer': () => onTablet([reached(), RACE], 3_000),
  'tablet-branch-won': () => onTablet([reached(), RACE, ...PRESSED], 6_000),
  'tablet-follow-board': () => onTablet(null),
};

function reached(): BranchAct {
  return { type: 'tablets.reached', came: [1, 2, 3, 4, 5].map((n) => seatIdOf('c1', n)), went: [] };
}

function raised(pupilNumber: number): Done {
  return { seatId: seatIdOf('c1', pupilNumber), act: { type: 'hand.raise' } };
}

function given(pupilNumber: number): Done {
  const answer = { kind: 'single', choice: pupilNumber === 2 ? 'C' : 'B' } as const;
  return { seatId: seatIdOf('c1', pupilNumber), act: { type: 'answer.give', roundId: 'b1-2', answer } };
}

function asked(): BranchAct {
  const { questionId, prompt, seconds, task } = QUESTION;
  return { ...UNPREPARED, prompt, seconds, task: structuredClone(task) as never, questionId };
}
