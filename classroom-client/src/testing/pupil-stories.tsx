import { CHOICES, type Command, UNPREPARED } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import type { OutboxItem, OutboxItems } from '../connection/outbox.ts';
import type { LinkPhase } from '../lesson/lesson-store.ts';
import { AskName } from '../screens/pupil/AskName.tsx';
import { ClosedScreen } from '../screens/pupil/ClosedScreen.tsx';
import { CodeScreen } from '../screens/pupil/CodeScreen.tsx';
import { GuestScreen } from '../screens/pupil/GuestScreen.tsx';
import { PupilScreen } from '../screens/pupil/PupilScreen.tsx';
import { SeatInUse } from '../screens/pupil/SeatInUse.tsx';
import { TabletFrame } from '../screens/pupil/TabletFrame.tsx';
import { createFixture, type Fixture, guest, LEAD, pupil, seatIdOf } from './fixtures.ts';
import { type Runner, race, seat } from './race.ts';

const ME = pupil('c1', 1);
const nothing = () => {};
const never = () => new Promise<never>(nothing);

const QUESTION: Extract<Command, { type: 'question.open' }> = {
  ...UNPREPARED,
  prompt: '把一张纸平均分成 8 份,取其中的 3 份,用分数怎样表示?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '八分之三' },
      { key: 'B', text: '三分之八' },
      { key: 'C', text: '八分之一' },
      { key: 'D', text: '三分之一' },
    ],
    correct: 'A',
  },
  seconds: 30,
};

const LONG: typeof QUESTION = {
  ...QUESTION,
  prompt:
    '小明和小红一起分一块蛋糕。小明先吃了这块蛋糕的四分之一,小红又吃了剩下部分的三分之一,最后还剩下整块蛋糕的几分之几没有吃?请先在纸上画一画,再从下面四个选项里选出正确的一个。',
  task: {
    kind: 'single',
    choices: CHOICES.map((key) => ({ key, text: '剩下整块蛋糕的二分之一,因为四分之三里去掉了四分之一' })),
    correct: 'A',
  },
};

/** A lesson in which the lead teacher did this. */
function after(command: Command): Fixture {
  const fixture = createFixture();
  fixture.send(LEAD, command);
  fixture.wait(1_000);
  return fixture;
}

function screen(fixture: Fixture, outbox: OutboxItems = {}, link: LinkPhase = 'online'): ReactNode {
  const lesson = fixture.snapshot(ME);
  return (
    <PupilScreen
      lesson={lesson}
      seat={ME}
      link={link}
      outbox={outbox}
      now={fixture.now()}
      cue={null}
      onPress={nothing}
      onKeep={nothing}
      send={never}
    />
  );
}

function inBuzzer(then: (fixture: Fixture) => void = nothing): ReactNode {
  const fixture = createFixture();
  fixture.buzzer();
  fixture.wait(4000);
  then(fixture);
  return screen(fixture);
}

const LONG_PROMPT =
  '小明和小红一起分一块蛋糕。小明先吃了这块蛋糕的四分之一，小红又吃了剩下部分的三分之一，小刚吃了再剩下的一半，妈妈吃了最后剩下的五分之一，请问：整块蛋糕现在还剩下几分之几没有人吃？先在心里想好，听到开始以后再抢，抢到的同学请站起来，大声说给全班听，并且说一说你是怎么算出来的。';

function inRace(
  runners: readonly Runner[],
  until: 'open' | 'decided',
  prompt = '',
  state?: OutboxItem['state'],
  then: (fixture: Fixture) => void = nothing,
): ReactNode {
  const fixture = createFixture();
  race(runners, { until, prompt })(fixture);
  then(fixture);
  const roundId = fixture.state().round?.roundId ?? '';
  const command = { type: 'buzzer.press', roundId, shown: 0, pressed: 300 } as const;
  return screen(fixture, state ? { [roundId]: { id: 'x', command, state } } : {});
}

function inQuestion(question = QUESTION, then: (fixture: Fixture, roundId: string) => void = nothing): ReactNode {
  const fixture = createFixture();
  fixture.send(LEAD, question);
  fixture.wait(6000);
  const roundId = fixture.state().round?.roundId ?? '';
  then(fixture, roundId);
  return screen(fixture);
}

function roster(pupils: number, longNames = false): ReactNode {
  const fixture = createFixture({ pupils, longNames });
  const props = { classroomId: 'c1', link: 'online', last: null, onForget: nothing } as const;
  return (
    <GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} onClaim={never} onRequest={never} onShare={never} />
  );
}

const press = (number: number) => (fixture: Fixture) => fixture.press('c1', number);

const decide = (fixture: Fixture) => fixture.wait(500);

/** Every scene of the pupil's tablet. */
export const pupilStories: Readonly<Record<string, () => ReactNode>> = {
  'pupil-code': () => <CodeScreen problem={null} onJoin={nothing} />,
  'pupil-code-wrong': () => <CodeScreen problem="code/wrong" onJoin={nothing} />,
  'pupil-names-12': () => roster(12),
  'pupil-names-44': () => roster(44),
  'pupil-names-50': () => roster(50),
  'pupil-names-long': () => roster(30, true),
  'pupil-are-you': () => (
    <TabletFrame link="online" who="五班">
      <AskName name="王小明" problem={null} sending={false} onYes={nothing} onNo={nothing} />
    </TabletFrame>
  ),
  'pupil-seat-in-use': () => (
    <TabletFrame link="online" who="五班">
      <SeatInUse name="王小明" waiting={false} onRequest={nothing} onBack={nothing} />
    </TabletFrame>
  ),
  'pupil-change-waiting': () => (
    <TabletFrame link="online" who="五班">
      <SeatInUse name="王小明" waiting onRequest={nothing} onBack={nothing} />
    </TabletFrame>
  ),
  'pupil-closed': () => <ClosedScreen reason="taken-over" onAgain={nothing} onReload={nothing} onCode={nothing} />,
  'pupil-before': () => screen(createFixture({ live: false })),
  'pupil-listen': () => screen(createFixture()),
  'pupil-clock': () => screen(after({ type: 'clock.start', seconds: 300 })),
  'pupil-praised': () =>
    screen(after({ type: 'praise.give', classroomId: 'c1', seatId: seatIdOf('c1', 1), word: 'clear' })),
  'pupil-work': () => screen(after({ type: 'works.collect', open: true })),
  'pupil-lost': () => screen(createFixture(), {}, 'lost'),
  'pupil-hand': () => {
    const fixture = createFixture();
    fixture.send(ME, { type: 'hand.raise' });
    return screen(fixture);
  },
  'pupil-hand-why': () => {
    const fixture = createFixture();
    fixture.send(ME, { type: 'hand.raise', reason: 'ask' });
    return screen(fixture);
  },
  'pupil-hand-result': () =>
    inQuestion(LONG, (fixture, roundId) => {
      fixture.send(ME, { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'C' } });
      fixture.close();
      fixture.send(LEAD, { type: 'question.reveal', roundId });
      fixture.send(ME, { type: 'hand.raise', reason: 'show' });
    }),
  'pupil-buzzer-armed': () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 });
    return screen(fixture);
  },
  'pupil-buzzer-early': () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 });
    fixture.press('c1', 1);
    return screen(fixture);
  },
  'pupil-buzzer-early-over': () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 });
    fixture.press('c1', 1);
    fixture.wait(400);
    return screen(fixture);
  },
  'pupil-buzzer': () => inBuzzer(),
  'pupil-buzzer-prompt': () => inRace([], 'open', '太阳从哪边升起？'),
  'pupil-buzzer-long': () => inRace([], 'open', LONG_PROMPT),
  'pupil-buzzer-sending': () => inRace([], 'open', '', 'sending'),
  'pupil-buzzer-late': () => inRace([], 'open', '', { refused: 'round/closed' }),
  'pupil-buzzer-waits': () => inRace([], 'open', '', { refused: 'buzzer/class-waits' }),
  'pupil-buzzer-tied': () =>
    inRace(
      [
        { entrant: seat('c1', 1), reaction: 312 },
        { entrant: seat('c2', 1), reaction: 318 },
      ],
      'decided',
    ),
  'pupil-buzzer-other': () => inRace([{ entrant: seat('c2', 1), reaction: 312 }], 'decided'),
  'pupil-buzzer-nobody': () => inRace([], 'decided'),
  'pupil-buzzer-called': () =>
    inRace(
      [
        { entrant: seat('c2', 1), reaction: 312 },
        { entrant: seat('c1', 1), reaction: 418 },
      ],
      'decided',
      '',
      undefined,
      (fixture) => fixture.send(LEAD, { type: 'buzzer.next', roundId: fixture.state().round?.roundId ?? '' }),
    ),
  'pupil-buzzer-pressed': () => inBuzzer(press(1)),
  'pupil-buzzer-won': () =>
    inBuzzer((fixture) => {
      press(1)(fixture);
      decide(fixture);
    }),
  'pupil-buzzer-second': () =>
    inBuzzer((fixture) => {
      press(3)(fixture);
      fixture.wait(100);
      press(1)(fixture);
      decide(fixture);
    }),
  'pupil-question': () => inQuestion(),
  'pupil-question-long': () => inQuestion(LONG),
  'pupil-question-answered': () =>
    inQuestion(QUESTION, (fixture, roundId) =>
      fixture.send(ME, { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'B' } }),
    ),
  'pupil-question-closed': () =>
    inQuestion(QUESTION, (fixture, roundId) => {
      fixture.send(ME, { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } });
      fixture.close();
    }),
  'pupil-right': () =>
    inQuestion(QUESTION, (fixture, roundId) => {
      fixture.send(ME, { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } });
      fixture.close();
      fixture.send(LEAD, { type: 'question.reveal', roundId });
    }),
  'pupil-wrong': () =>
    inQuestion(QUESTION, (fixture, roundId) => {
      fixture.send(ME, { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'C' } });
      fixture.close();
      fixture.send(LEAD, { type: 'question.reveal', roundId });
    }),
  'pupil-speak': () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: ME.seatId, seconds: 60 });
    fixture.report({ type: 'track.publish', trackId: 'voice', peerId: 'c1', source: 'microphone' });
    fixture.wait(9000);
    return screen(fixture);
  },
  'pupil-get-ready': () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: ME.seatId, seconds: 60 });
    return screen(fixture);
  },
  'pupil-question-turn': () =>
    inQuestion(QUESTION, (fixture) =>
      fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 }),
    ),
  'pupil-anyone': () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60, anyone: true });
    return screen(fixture);
  },
  'pupil-question-anyone': () =>
    inQuestion(QUESTION, (fixture) =>
      fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60, anyone: true }),
    ),
  'pupil-ended': () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'lesson.end' });
    return screen(fixture);
  },
};
