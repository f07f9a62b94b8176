import {
  actOnBranch,
  type BranchAct,
  type BranchState,
  beginBranch,
  type LessonPack,
  runOfShow,
  UNPREPARED,
} from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import { KnownPack } from '../pack/known-pack.ts';
import { BoardLive } from '../screens/board/BoardLive.tsx';
import { BranchScreen } from '../screens/branch/BranchScreen.tsx';
import { ContinueOffer } from '../screens/branch/ContinueOffer.tsx';
import { fakeSession } from './fake-session.ts';
import { board, createFixture, START } from './fixtures.ts';

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

/** A board that is cut off, after these acts. */
function alone(acts: readonly BranchAct[], online = false): ReactNode {
  const fixture = createFixture();
  fixture.report({ type: 'deck.put', deckId: 'd1', title: '分数的初步认识', pages: 12 });
  const room = fixture.state().classrooms.c1;
  if (!room) return null;
  const at = fixture.now() + 150_000;
  const kept = { branchId: 'b1', cutAt: fixture.now(), from: fixture.now(), to: null, slide: SLIDE };
  const standing = { trunk: fixture.state(), classroom: room, slide: SLIDE, roundId: null, offset: 0, at: START };
  let state: BranchState = beginBranch(fixture.state(), room, kept);
  for (const [index, act] of acts.entries()) {
    const acted = actOnBranch(state, { n: index + 1, at, act });
    if (acted.ok) state = acted.branch;
  }
  const session = { ...fakeSession(fixture.snapshot(board('c1')), at), pack: createStore(() => ({ pack: PACK })) };
  return (
    <KnownPack.Provider value={PACK}>
      <BranchScreen running={{ kept: { ...kept, standing }, state, last: null }} session={session} online={online} />
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

const count: BranchAct = { type: 'handcount.set', roundId: 'b1-1', counts: { A: 3, B: 7, C: 1 } };

/** A classroom that goes on by itself. */
export const branchStories: Readonly<Record<string, () => ReactNode>> = {
  'board-cut-offer': offered,
  'board-cut-page': () => alone([]),
  'board-cut-question': () => alone([asked(), count]),
  'board-cut-revealed': () =>
    alone([asked(), count, { type: 'round.close', roundId: 'b1-1' }, { type: 'question.reveal', roundId: 'b1-1' }]),
  'board-cut-online': () => alone([asked(), count], true),
};

function asked(): BranchAct {
  const { questionId, prompt, seconds, task } = QUESTION;
  return { ...UNPREPARED, prompt, seconds, task: structuredClone(task) as never, questionId };
}
