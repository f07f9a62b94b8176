import type { QuestionRound, TaskKind } from '@tongke/shared-types';
import { groupsOf } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { AssistantPanel } from '../screens/assistant/AssistantPanel.tsx';
import { AssistantDrawer } from '../screens/board/AssistantDrawer.tsx';
import { GroupSheet } from '../screens/teach/GroupSheet.tsx';
import { LiveScreen } from '../screens/teach/LiveScreen.tsx';
import { QuestionSheet } from '../screens/teach/QuestionSheet.tsx';
import { RoomAnswersSheet } from '../screens/teach/RoomAnswersSheet.tsx';
import { ScoresSheet } from '../screens/teach/ScoresSheet.tsx';
import { type AskedOptions, asked, loseLinks, QUESTIONS, type Stage, sharedTablets } from './asked.ts';
import { fakeSession } from './fake-session.ts';
import { board, createFixture, type Fixture, LEAD } from './fixtures.ts';

const KINDS = Object.keys(QUESTIONS) as TaskKind[];
const STAGES: readonly Stage[] = ['reading', 'open', 'closed', 'revealed', 'explained'];
const nothing = () => {};

function teach(fixture: Fixture, more?: (lesson: ReturnType<Fixture['snapshot']>) => ReactNode): ReactNode {
  const snapshot = fixture.snapshot(LEAD);
  const session = fakeSession(snapshot, fixture.now());
  const screen = session.connection.store.getState();
  const { view, names } = snapshot;
  return (
    <>
      <LiveScreen {...{ view, names, screen, session }} now={fixture.now()} />
      {more?.(snapshot)}
    </>
  );
}

function roundOf({ view }: ReturnType<Fixture['snapshot']>): QuestionRound {
  if (view.round?.kind !== 'question') throw new Error('The story has no question.');
  return view.round;
}

const unmarked = (kind: 'single' | 'true-false', options: AskedOptions = {}) =>
  asked(kind, 'closed', { ...options, question: { prompt: '', task: { ...QUESTIONS[kind].task, correct: null } } });

function phone(fixture: Fixture): ReactNode {
  const { view, names } = fixture.snapshot({ role: 'phone', classroomId: 'c1', deviceId: 'phone' });
  const as = { role: 'phone' } as const;
  return (
    <main style={{ padding: 16, height: '100%', overflow: 'auto' }}>
      <AssistantPanel
        {...{ view, names, ...as }}
        now={fixture.now()}
        classroomId="c1"
        address="tongke.local/s"
        send={accepts}
      />
    </main>
  );
}

function drawer(fixture: Fixture): ReactNode {
  const snapshot = fixture.snapshot(board('c1'));
  const { view, names } = snapshot;
  const room = view.classrooms.c1;
  const session = fakeSession(snapshot, fixture.now());
  return (
    room && (
      <AssistantDrawer {...{ view, names, room, session }} now={fixture.now()} addresses={null} onClose={nothing} />
    )
  );
}

const accepts = async () => ({ ok: true, version: 1 }) as const;

const roomSheet = (kind: TaskKind, options?: AskedOptions) => () =>
  teach(asked(kind, 'closed', options), (lesson) => {
    const room = lesson.view.classrooms.c2;
    return (
      room && (
        <RoomAnswersSheet round={roundOf(lesson)} room={room} names={lesson.names} act={nothing} onClose={nothing} />
      )
    );
  });

const groupSheet = (kind: TaskKind) => () =>
  teach(asked(kind, 'closed'), (lesson) => {
    const round = roundOf(lesson);
    const [group] = groupsOf(round).groups;
    return (
      group && (
        <GroupSheet
          view={lesson.view}
          names={lesson.names}
          round={round}
          group={group}
          act={nothing}
          onClose={nothing}
        />
      )
    );
  });

const staff = KINDS.flatMap((kind) => [
  ...STAGES.map((stage) => [`teach-q-${kind}-${stage}`, () => teach(asked(kind, stage))] as const),
  [`teach-q-${kind}-50`, () => teach(asked(kind, 'closed', { classrooms: 50 }))] as const,
  [`teach-q-${kind}-room`, roomSheet(kind)] as const,
  [`assist-q-${kind}`, () => phone(asked(kind, 'open'))] as const,
  [`board-drawer-${kind}`, () => drawer(asked(kind, 'open'))] as const,
]);

/** The teacher's and the assistant's screens of a question, for each kind and stage. */
export const questionStories: Readonly<Record<string, () => ReactNode>> = {
  ...Object.fromEntries(staff),
  'teach-q-arriving': () => teach(loseLinks(asked('single', 'open'), 'c1', 10, 11)),
  'teach-q-arriving-50': () => teach(loseLinks(asked('single', 'open', { classrooms: 50 }), 'c1', 10, 11)),
  'teach-q-unmarked': () => teach(unmarked('single')),
  'teach-q-unmarked-true-false': () => teach(unmarked('true-false')),
  'teach-q-one': () => teach(asked('single', 'closed', { classrooms: 1 })),
  'teach-q-nobody': () => teach(asked('single', 'closed', { silent: true })),
  'teach-q-long': () => teach(asked('single', 'explained', { longNames: true, question: long() })),
  'teach-q-group-number': groupSheet('number'),
  'teach-q-group-text': groupSheet('text'),
  'teach-q-scores': () =>
    teach(asked('single', 'revealed'), ({ view }) => <ScoresSheet view={view} act={nothing} onClose={nothing} />),
  'teach-q-picker': () =>
    teach(createFixture(), ({ view }) => (
      <QuestionSheet lessonId={view.lessonId} asked={['q1']} first={null} onOpen={nothing} onClose={nothing} />
    )),
  'assist-q-tablets': () => phone(sharedTablets(createFixture(), 2, 2)),
  'assist-q-closed': () => phone(asked('single', 'closed')),
  'board-drawer-tablets': () => drawer(sharedTablets(createFixture(), 1, 2)),
};

function long(): NonNullable<AskedOptions['question']> {
  const sentence = '小明和小红一起分一块蛋糕，小明先吃了四分之一，小红又吃了剩下部分的三分之一，还剩下几分之几？';
  const { task } = QUESTIONS.single;
  return {
    prompt: sentence.repeat(3),
    explanation: sentence.repeat(6),
    task:
      task.kind === 'single'
        ? { ...task, choices: task.choices.map(({ key }) => ({ key, text: sentence.slice(0, 40) })) }
        : task,
  };
}
