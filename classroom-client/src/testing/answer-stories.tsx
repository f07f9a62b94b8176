import type { Answer, Command, Task, TaskKind } from '@tongke/shared-types';
import { UNPREPARED } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { addWords } from '../i18n/i18n.ts';
import { answer as words } from '../i18n/words/answer.ts';
import { PupilScreen } from '../screens/pupil/PupilScreen.tsx';
import { ShareAsked } from '../screens/pupil/ShareAsked.tsx';
import { SharedScreen } from '../screens/pupil/shared/SharedScreen.tsx';
import { TabletFrame } from '../screens/pupil/TabletFrame.tsx';
import { board, createFixture, type Fixture, guest, LEAD, pupil, seatIdOf } from './fixtures.ts';

addWords({ answer: words });

type Open = Extract<Command, { type: 'question.open' }>;

const PHOTO = 'ab'.repeat(32);
const LONG_PROMPT =
  '小明和小红一起分一块蛋糕。小明先吃了这块蛋糕的四分之一,小红又吃了剩下部分的三分之一,最后还剩下整块蛋糕的几分之几没有吃?请先在纸上画一画,再想一想,把你的答案写下来,最后检查一遍看看有没有算错,单位有没有写对,然后再提交给老师,不用着急,慢慢来,想好了再点,老师相信你们一定可以的,加油吧,小朋友们好好想。';

/** A question of each kind as a teacher would ask it, a wrong answer and the right one. */
export const ASKED: Readonly<
  Record<TaskKind, { readonly prompt: string; readonly task: Task; readonly wrong: Answer; readonly right: Answer }>
> = {
  single: {
    prompt: '$\\frac{2}{5} + \\frac{1}{5}$ 等于多少?',
    task: {
      kind: 'single',
      choices: [
        { key: 'A', text: '$\\frac{3}{10}$' },
        { key: 'B', text: '$\\frac{2}{5}$' },
        { key: 'C', text: '$\\frac{3}{5}$' },
        { key: 'D', text: '$1$' },
      ],
      correct: 'C',
    },
    wrong: { kind: 'single', choice: 'A' },
    right: { kind: 'single', choice: 'C' },
  },
  multiple: {
    prompt: '下面哪些分数比 $\\frac{1}{2}$ 大?',
    task: {
      kind: 'multiple',
      choices: [
        { key: 'A', text: '$\\frac{3}{4}$' },
        { key: 'B', text: '$\\frac{2}{5}$' },
        { key: 'C', text: '$\\frac{5}{8}$' },
        { key: 'D', text: '$\\frac{1}{3}$' },
      ],
      correct: ['A', 'C'],
    },
    wrong: { kind: 'multiple', choices: ['A', 'B'] },
    right: { kind: 'multiple', choices: ['A', 'C'] },
  },
  'true-false': {
    prompt: '分子和分母相同的分数等于 1。',
    task: { kind: 'true-false', correct: true },
    wrong: { kind: 'true-false', value: false },
    right: { kind: 'true-false', value: true },
  },
  number: {
    prompt: '一条绳子长 5 米,剪去 1.5 米,还剩多少米?',
    task: { kind: 'number', unit: '米', correct: { value: 3.5, tolerance: 0 } },
    wrong: { kind: 'number', value: -4.25 },
    right: { kind: 'number', value: 3.5 },
  },
  text: {
    prompt: '甘肃省的省会是哪座城市?',
    task: { kind: 'text', correct: ['兰州', '兰州市'] },
    wrong: { kind: 'text', text: '天水' },
    right: { kind: 'text', text: '兰州市' },
  },
  order: {
    prompt: '把这些数从小到大排一排。',
    task: {
      kind: 'order',
      items: [
        { key: 'A', text: '$\\frac{1}{4}$' },
        { key: 'B', text: '$\\frac{1}{2}$' },
        { key: 'C', text: '0.7' },
        { key: 'D', text: '三又二分之一' },
        { key: 'E', text: '四又四分之一' },
        { key: 'F', text: '六' },
      ],
      correct: ['A', 'B', 'C', 'D', 'E', 'F'],
    },
    wrong: { kind: 'order', keys: ['B', 'A', 'C', 'D', 'F', 'E'] },
    right: { kind: 'order', keys: ['F', 'A', 'B', 'C', 'D', 'E'] },
  },
  photo: {
    prompt: '在纸上画一个圆,把它平均分成 8 份,涂出其中的 3 份。',
    task: { kind: 'photo', correct: null },
    wrong: { kind: 'photo', photo: PHOTO },
    right: { kind: 'photo', photo: PHOTO },
  },
};
export const KINDS = Object.keys(ASKED) as readonly TaskKind[];

const EXPLANATION =
  '同分母分数相加,分母不变,只把分子加起来:2 份加 1 份是 3 份,每一份还是五分之一,所以一共是 $\\frac{3}{5}$。';

export function question(kind: TaskKind, more: Partial<Open> = {}): Open {
  const { prompt, task } = ASKED[kind];
  return { ...UNPREPARED, prompt, task, explanation: EXPLANATION, seconds: 60, ...more };
}

/** Right for this fixture: things to put in order have been shuffled. */
export function rightAnswer(fixture: Fixture, kind: TaskKind): Answer {
  const { round } = fixture.state();
  const task = round?.kind === 'question' ? round.task : null;
  if (task?.kind === 'order' && task.correct) return { kind: 'order', keys: [...task.correct] };
  return ASKED[kind].right;
}

export type Stage = 'reading' | 'open' | 'answered' | 'wrong' | 'closed' | 'revealed' | 'explained';

/** Brings the lesson to a stage of a question of this kind, with pupil 1 of c1 and some others answering. */
export function toStage(fixture: Fixture, asked: Open, stage: Stage, mine: 'right' | 'wrong' | 'none' = 'right'): void {
  const { kind } = asked.task;
  fixture.send(LEAD, { ...asked, readSeconds: stage === 'reading' ? 10 : 0 });
  fixture.wait(2_000);
  const { round } = fixture.state();
  const roundId = round?.roundId ?? '';
  if (stage === 'reading') return;
  const give = (room: string, n: number, answer: Answer) =>
    fixture.send(pupil(room, n), { type: 'answer.give', roundId, answer });
  const right = rightAnswer(fixture, kind);
  const { wrong } = ASKED[kind];
  for (let n = 2; n < 9; n++) give('c1', n, n % 3 === 0 ? wrong : right);
  for (let n = 1; n < 6; n++) give('c2', n, n % 2 === 0 ? wrong : right);
  for (let n = 1; n < 10; n++) give('own', n, n % 4 === 0 ? wrong : right);
  if (stage === 'open') return;
  if (mine !== 'none') give('c1', 1, stage === 'wrong' || mine === 'wrong' ? wrong : right);
  if (stage === 'answered') return;
  fixture.close();
  if (stage === 'closed') return;
  fixture.send(LEAD, { type: 'question.reveal', roundId });
  if (stage === 'explained') fixture.send(LEAD, { type: 'question.explain', roundId });
}

const nothing = () => {};
const never = () => new Promise<never>(nothing);
const ME = pupil('c1', 1);

function onTablet(fixture: Fixture): ReactNode {
  const props = { seat: ME, link: 'online', outbox: {}, cue: null, onPress: nothing, onKeep: nothing } as const;
  return <PupilScreen lesson={fixture.snapshot(ME)} now={fixture.now()} send={never} {...props} />;
}

function answering(asked: Open, stage: Stage, mine?: 'right' | 'wrong' | 'none'): ReactNode {
  const fixture = createFixture();
  toStage(fixture, asked, stage, mine);
  return onTablet(fixture);
}

/** A tablet of c1 that is handed round; a few children have none of their own. */
export function sharing(then: (fixture: Fixture) => void = nothing, pupils = 14, longNames = false): Fixture {
  const fixture = createFixture({ pupils, longNames });
  for (let n = 1; n < pupils - 1; n += 2) fixture.send(pupil('c1', n), { type: 'seat.leave' });
  fixture.send(guest('c1', 'shared'), { type: 'tablet.share', tabletId: 'tab' });
  fixture.send(board('c1'), { type: 'tablet.allow', tabletId: 'tab' });
  then(fixture);
  return fixture;
}

export function onShared(fixture: Fixture, onKeep: (command: Command) => void = nothing, alone = false): ReactNode {
  const viewer = { role: 'shared', classroomId: 'c1', tabletId: 'tab' } as const;
  const props = { link: alone ? 'lost' : 'online', alone, outbox: {}, onLeave: never } as const;
  const now = fixture.now();
  return <SharedScreen lesson={fixture.snapshot(viewer)} holder={viewer} now={now} onKeep={onKeep} {...props} />;
}

const askShared = (kind: TaskKind) => (fixture: Fixture) => {
  fixture.send(LEAD, question(kind));
  fixture.wait(2_000);
  const roundId = fixture.state().round?.roundId ?? '';
  const viewer = { role: 'shared', classroomId: 'c1', tabletId: 'tab' } as const;
  fixture.send(viewer, {
    type: 'answer.give-for',
    roundId,
    seatIds: [seatIdOf('c1', 3)],
    answer: ASKED[kind].wrong,
  });
};

const STAGES: readonly Stage[] = ['reading', 'open', 'answered', 'closed', 'revealed'];

/** Questions of every kind on a tablet, and tablets that are handed round. */
export const answerStories: Readonly<Record<string, () => ReactNode>> = {
  ...Object.fromEntries(
    KINDS.flatMap((kind) => [
      ...STAGES.map((stage) => [`pupil-${kind}-${stage}`, () => answering(question(kind), stage)] as const),
      [`pupil-${kind}-wrong`, () => answering(question(kind), 'revealed', 'wrong')] as const,
      [`pupil-${kind}-explained`, () => answering(question(kind), 'explained', 'wrong')] as const,
      [`pupil-${kind}-long`, () => answering(question(kind, { prompt: LONG_PROMPT }), 'open')] as const,
      [`pupil-${kind}-keys`, () => answering(question(kind, { onTablet: 'keys' }), 'open')] as const,
    ]),
  ),
  'pupil-picture': () => answering(question('single', { picture: PHOTO }), 'open'),
  'pupil-share-asked': () => (
    <TabletFrame link="online" who="五班">
      <ShareAsked tablets={{}} onShare={never} onEnd={nothing} />
    </TabletFrame>
  ),
  'shared-wait': () => onShared(sharing()),
  'shared-names': () => onShared(sharing(askShared('single'))),
  'shared-names-long': () => onShared(sharing(askShared('single'), 40, true)),
  'shared-closed': () =>
    onShared(
      sharing((fixture) => {
        askShared('single')(fixture);
        fixture.close();
      }),
    ),
};
