import { type Actor, CHOICES, type Command, HAND_REASONS, LEAD_PEER, UNPREPARED } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { LOOKING_ON } from '../ink/ink-desk.ts';
import type { MediaState } from '../media/media-store.ts';
import { AssistantPanel } from '../screens/assistant/AssistantPanel.tsx';
import { BoardLive } from '../screens/board/BoardLive.tsx';
import { BoardLobby } from '../screens/board/BoardLobby.tsx';
import { BoardOver } from '../screens/board/BoardOver.tsx';
import { Waiting } from '../screens/board/Waiting.tsx';
import { FullScreen } from '../screens/screen/FullScreen.tsx';
import { Shown } from '../screens/screen/SecondScreen.tsx';
import { EndedScreen } from '../screens/teach/EndedScreen.tsx';
import { LiveScreen } from '../screens/teach/LiveScreen.tsx';
import { Lobby } from '../screens/teach/Lobby.tsx';
import { boardQuestionStories } from './board-question-stories.tsx';
import { branchStories } from './branch-stories.tsx';
import { drawnTracks, fakeSession } from './fake-session.ts';
import { board, createFixture, type Fixture, guest, LEAD, pupil, START, seatIdOf } from './fixtures.ts';
import { floorStories } from './floor-stories.ts';
import { inked, inkStories } from './ink-stories.ts';
import { type Runner, race, seat } from './race.ts';
import { secondStories } from './second-stories.tsx';
import { FOUND } from './self-test-stories.tsx';
import { togetherStories } from './together-stories.ts';
import { wordStories } from './word-stories.ts';

type Options = NonNullable<Parameters<typeof createFixture>[0]>;
type Then = (fixture: Fixture) => void;

const QUESTION: Extract<Command, { type: 'question.open' }> = {
  ...UNPREPARED,
  prompt: '把一张饼平均分成 4 份,其中 1 份是这张饼的几分之几?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '二分之一' },
      { key: 'B', text: '四分之一' },
      { key: 'C', text: '三分之一' },
      { key: 'D', text: '四分之三' },
    ],
    correct: 'B',
  },
  seconds: 30,
};
const LONG: typeof QUESTION = {
  ...QUESTION,
  prompt:
    '小明和小红一起分一块蛋糕。小明先吃了这块蛋糕的四分之一,小红又吃了剩下部分的三分之一,最后还剩下整块蛋糕的几分之几没有吃?请先在纸上画一画,再选。',
  task: {
    kind: 'single',
    choices: CHOICES.map((key) => ({ key, text: '剩下整块蛋糕的二分之一,因为四分之三里去掉了四分之一' })),
    correct: 'B',
  },
};

function withCameras(fixture: Fixture): Fixture {
  const peers = [LEAD_PEER, ...Object.keys(fixture.state().classrooms).filter((id) => id !== 'own')];
  for (const peerId of peers) {
    fixture.report({ type: 'track.publish', trackId: `camera-${peerId}`, peerId, source: 'camera' });
    if (peerId !== LEAD_PEER) fixture.send(board(peerId), { type: 'camera.report', camera: 'on' });
  }
  return fixture;
}

function pictures(peers: readonly string[]): Partial<MediaState> {
  const remote = drawnTracks(peers.map((peerId) => `camera-${peerId}`));
  const [own] = Object.values(drawnTracks(['own']));
  const on = { state: 'on', track: own ?? null } as const;
  const [voice] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
  return { remote, own: { camera: on, microphone: { state: 'on', track: voice ?? null } } };
}

function build({ then, ...options }: Options & { readonly then?: Then | undefined }): Fixture {
  const fixture = createFixture(options);
  if (options.live !== false) withCameras(fixture);
  fixture.wait(1000);
  fixture.report({ type: 'link.report', peerId: 'c2', down: 'C', up: 'full' });
  then?.(fixture);
  return fixture;
}

function teach(then?: Then, options: Options = {}, media: Partial<MediaState> = {}): ReactNode {
  const fixture = build({ ...options, then });
  const snapshot = fixture.snapshot(LEAD);
  const live = [...Object.keys(snapshot.view.classrooms).slice(1, 10), 'screen'];
  const session = fakeSession(snapshot, fixture.now(), { ...pictures(live), ...media });
  const screen = session.connection.store.getState();
  const { view, names } = snapshot;
  if (view.phase === 'ended') return <EndedScreen view={view} onBack={() => {}} />;
  if (view.phase === 'planned') return <Lobby {...{ view, names, screen, session }} />;
  return <LiveScreen {...{ view, names, screen, session }} now={fixture.now()} />;
}

function onBoard(then?: Then, options: Options = {}, speaks: readonly string[] = []): ReactNode {
  const fixture = build({ ...options, then });
  const snapshot = fixture.snapshot(board('c1'));
  const session = fakeSession(snapshot, fixture.now(), { ...pictures([LEAD_PEER, 'c2', 'screen']), speaks });
  const { view, names } = snapshot;
  const room = view.classrooms.c1;
  if (!room) return null;
  const screen = session.connection.store.getState();
  if (view.phase === 'ended') return <BoardOver view={view} link="online" onRetry={() => {}} />;
  const Screen = view.phase === 'planned' ? BoardLobby : BoardLive;
  return <Screen {...{ view, room, names, screen, session }} now={fixture.now()} />;
}

/** The lead teacher's second screen. */
function wall(then: Then, options: Options = {}): ReactNode {
  const fixture = build({ ...options, then });
  const session = fakeSession(fixture.snapshot(LEAD), fixture.now(), pictures(['c1', 'c2']));
  return (
    <FullScreen>
      <Shown lesson={session} />
    </FullScreen>
  );
}

const roundOf = (fixture: Fixture) => fixture.state().round?.roundId ?? '';
const ask =
  (question: typeof QUESTION, until: 'open' | 'closed' | 'revealed'): Then =>
  (fixture) => {
    fixture.send(LEAD, question);
    fixture.wait(4000);
    const answer = (room: string, n: number, choice: 'A' | 'B' | 'C' | 'D') =>
      fixture.send(pupil(room, n), {
        type: 'answer.give',
        roundId: roundOf(fixture),
        answer: { kind: 'single', choice },
      });
    for (let n = 1; n < 9; n++) answer('c1', n, n % 4 === 0 ? 'A' : 'B');
    for (let n = 1; n < 6; n++) answer('own', n, n === 2 ? 'D' : 'B');
    fixture.send(board('c1'), { type: 'handcount.set', roundId: roundOf(fixture), counts: { B: 1, C: 1 } });
    if (until === 'open') return;
    fixture.close();
    if (until === 'revealed') fixture.send(LEAD, { type: 'question.reveal', roundId: roundOf(fixture) });
  };
const buzz =
  (presses: readonly [string, number][], decide: boolean): Then =>
  (fixture) => {
    fixture.buzzer();
    fixture.wait(3000);
    for (const [room, n] of presses) {
      fixture.press(room, n);
      fixture.wait(30);
    }
    if (decide) fixture.send(LEAD, { type: 'round.close', roundId: roundOf(fixture) });
  };
const hands =
  (count: number): Then =>
  (fixture) => {
    for (let n = 1; n <= count; n++) {
      const reason = HAND_REASONS[n % 4];
      fixture.send(pupil(n % 2 ? 'c1' : 'c2', n), { type: 'hand.raise', ...(reason && { reason }) });
      fixture.wait(7000);
    }
  };
/** Earlier lessons in which few of c1 spoke, and nobody of c2. */
const EARLIER: Options = {
  earlier: [
    { classroomId: 'c1', lessons: 3, heard: true, seatIds: [1, 3, 5].map((n) => seatIdOf('c1', n)) },
    { classroomId: 'c2', lessons: 3, heard: false, seatIds: [] },
  ],
};
const turn =
  (classroomId: string, seat: number | null): Then =>
  (fixture) => {
    const seatId = seat === null ? null : seatIdOf(classroomId, seat);
    fixture.send(LEAD, { type: 'turn.give', classroomId, seatId, seconds: 60 });
    fixture.report({ type: 'track.publish', trackId: 'voice', peerId: classroomId, source: 'microphone' });
    fixture.wait(8000);
  };
const both =
  (...steps: readonly Then[]): Then =>
  (fixture) => {
    for (const step of steps) step(fixture);
  };
const as =
  (actor: Actor, command: Command): Then =>
  (fixture) =>
    fixture.send(actor, command);

const PROMPT = '太阳从哪边升起？';
const LONG_PROMPT =
  '小明和小红一起分一块蛋糕。小明先吃了这块蛋糕的四分之一，小红又吃了剩下部分的三分之一，小刚吃了再剩下的一半，妈妈吃了最后剩下的五分之一，请问：整块蛋糕现在还剩下几分之几没有人吃？先在心里想好，听到开始以后再抢，抢到的同学请站起来，大声说给全班听，并且说一说你是怎么算出来的。';
const RUNNERS: readonly Runner[] = [
  { entrant: seat('c1', 3), reaction: 310 },
  { entrant: seat('c2', 2), reaction: 335, alone: true },
  { entrant: seat('own', 4), reaction: 402, socketOnly: true },
  { entrant: seat('c1', 5), reaction: 511 },
];
const TIED: readonly Runner[] = RUNNERS.map((runner, index) => (index === 1 ? { ...runner, reaction: 322 } : runner));
const BY_BOARD: readonly Runner[] = [
  { entrant: { kind: 'zone', classroomId: 'c1', zone: 2 }, reaction: 340 },
  { entrant: { kind: 'hand', classroomId: 'c1' }, reaction: 390 },
  { entrant: seat('c2', 2), reaction: 640, alone: true, socketOnly: true },
  { entrant: { kind: 'zone', classroomId: 'c1', zone: 4 }, reaction: 700 },
];
const CROWD: readonly Runner[] = Array.from({ length: 24 }, (_, index) => ({
  entrant: seat(`c${index + 1}`, 1 + (index % 9)),
  reaction: 300 + index * 23,
  alone: index % 3 === 0,
}));
const NO_TABLETS = { withoutTablets: ['c1'] } as const;
const judged =
  (give: boolean): Then =>
  (fixture) =>
    fixture.send(LEAD, { type: 'buzzer.award', roundId: roundOf(fixture), give });
const passed: Then = (fixture) => fixture.send(LEAD, { type: 'buzzer.next', roundId: roundOf(fixture) });

/** The phone of the assistant in a room without tablets. */
function onPhone(then: Then): ReactNode {
  const fixture = build({ ...NO_TABLETS, then });
  const { view, names } = fixture.snapshot({ role: 'phone', classroomId: 'c1', deviceId: 'phone' });
  const as = { role: 'phone' } as const;
  return (
    <main style={{ padding: 16, height: '100%', overflow: 'auto' }}>
      <AssistantPanel
        {...{ view, names, ...as }}
        classroomId="c1"
        now={fixture.now()}
        address="192.168.1.20:8080/s"
        send={async () => ({ ok: true, version: 1 })}
        draws={{ desk: { ...LOOKING_ON, me: 'c1' }, online: true }}
      />
    </main>
  );
}

const tested: Then = (fixture) => {
  for (const [room, measures] of Object.entries(FOUND))
    fixture.send(board(room), { type: 'self-test.report', measures });
};
const dialogue = as(LEAD, { type: 'floor.open', mode: 'dialogue', classroomIds: ['c1', 'c2'], seconds: 60 });
const chorus = as(LEAD, { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null });

const PRESSES: readonly [string, number][] = [
  ['c1', 3],
  ['c2', 2],
  ['own', 4],
];
const BROKEN: Partial<MediaState> = {
  own: { camera: { state: 'refused', track: null }, microphone: { state: 'refused', track: null } },
};
const MANY = { classrooms: 50, pupils: 12 } as const;
const NEXT = { title: '三年级数学 · 分数的初步认识', plannedAt: START + 3_600_000 };

/** The lead teacher's and the board's screens in every state. */
export const lessonStories: Readonly<Record<string, () => ReactNode>> = {
  'teach-one': () => teach(undefined, { classrooms: 1 }),
  'teach-lobby': () => teach(undefined, { live: false }),
  'teach-live': () => teach(),
  'teach-hands': () => teach(hands(6)),
  'teach-hands-unheard': () => teach(hands(6), EARLIER),
  'teach-hands-long': () => teach(hands(6), { ...EARLIER, classrooms: 6, longNames: true }),
  'teach-turn': () => teach(both(hands(3), turn('c1', 5))),
  'teach-question': () => teach(ask(QUESTION, 'open')),
  'teach-closed': () => teach(ask(QUESTION, 'closed')),
  'teach-revealed': () => teach(ask(QUESTION, 'revealed')),
  'teach-question-turn': () => teach(both(ask(QUESTION, 'open'), turn('c1', 5))),
  'teach-buzzer-armed': () => teach(race([], { until: 'armed', prompt: LONG_PROMPT })),
  'teach-buzzer': () => teach(race(RUNNERS, { until: 'open' })),
  'teach-winner': () => teach(race(RUNNERS, { until: 'decided' })),
  'teach-winner-speaks': () => teach(both(race(RUNNERS, { until: 'decided' }), turn('c1', 3))),
  'teach-winner-given': () => teach(both(race(RUNNERS, { until: 'decided' }), judged(true))),
  'teach-winner-withheld': () => teach(both(race(RUNNERS, { until: 'decided' }), judged(false))),
  'teach-passed': () => teach(both(race(RUNNERS, { until: 'decided' }), judged(false), passed)),
  'teach-tied': () => teach(race(TIED, { until: 'decided' })),
  'teach-by-board': () => teach(race(BY_BOARD, { until: 'decided' }), NO_TABLETS),
  'teach-nobody': () => teach(race([], { until: 'decided' })),
  'teach-50-buzzer': () => teach(race(CROWD, { until: 'open' }), { ...MANY, longNames: true }),
  'teach-50-winner': () =>
    teach(both(race(CROWD, { until: 'decided', mode: 'classroom' }), turn('c1', 1)), { ...MANY, longNames: true }),
  'teach-50-teams': () =>
    teach(race(CROWD, { until: 'decided', mode: 'teams', teams: 4 }), { ...MANY, longNames: true }),
  'teach-50': () => teach(both(hands(5), turn('c7', null)), MANY),
  'teach-50-question': () => teach(ask(QUESTION, 'open'), MANY),
  'teach-50-broken': () => teach(hands(5), MANY, BROKEN),
  'teach-lobby-broken': () => teach(undefined, { live: false }, BROKEN),
  'teach-50-lobby': () => teach(undefined, { ...MANY, live: false }),
  'teach-long': () => teach(both(hands(4), turn('c2', 1), ask(LONG, 'open')), { classrooms: 6, longNames: true }),
  'teach-ended': () => teach(as(LEAD, { type: 'lesson.end' })),
  'teach-lobby-tested': () => teach(tested, { live: false }),
  'teach-voices': () => teach(dialogue, {}, { speaks: ['c1'], levels: { c1: -24, c2: -48 } }),
  'board-voices': () => onBoard(dialogue, {}, ['c2', LEAD_PEER]),
  'board-voices-chorus': () => onBoard(chorus, {}, ['c2']),
  'board-voices-question': () => onBoard(both(ask(QUESTION, 'open'), turn('c2', 2)), {}, ['c2']),
  'board-lobby-tested': () => onBoard(tested, { live: false }),
  'board-waiting': () => (
    <Waiting
      room={{ classroomName: '五班', schoolName: '马家沟小学', next: NEXT }}
      link="online"
      onRetry={() => {}}
      onPairAgain={() => {}}
    />
  ),
  'board-lobby': () => onBoard(undefined, { live: false }),
  'board-live': () => onBoard(),
  'board-own-turn': () => onBoard(turn('c1', 2)),
  'board-other-turn': () => onBoard(turn('c2', 2)),
  'board-question': () => onBoard(ask(QUESTION, 'open')),
  'board-question-turn': () => onBoard(both(ask(QUESTION, 'open'), turn('c1', 2))),
  'board-question-other': () => onBoard(both(ask(QUESTION, 'open'), turn('c2', 2))),
  'board-closed': () => onBoard(ask(QUESTION, 'closed')),
  'board-revealed': () => onBoard(ask(QUESTION, 'revealed')),
  'board-long': () => onBoard(ask(LONG, 'open')),
  'board-long-revealed': () => onBoard(ask(LONG, 'revealed'), { classrooms: 12, longNames: true }),
  ...branchStories,
  ...boardQuestionStories(onBoard),
  ...wordStories({ teach, onBoard, onPhone }),
  ...floorStories({ teach, onBoard, onPhone }),
  ...inkStories({ teach, onBoard, onPhone }),
  ...togetherStories({ teach, onBoard, onPhone }),
  'teach-own-screen': () => {
    const [track = null] = Object.values(drawnTracks(['own']));
    const share = (fixture: Fixture) => void fixture.send(LEAD, { type: 'screen.share', style: 'detail' });
    return teach(share, {}, { screen: { state: 'on', track } });
  },
  'wall-page': () => wall(inked),
  'wall-question': () => wall(ask(QUESTION, 'open')),
  'wall-revealed': () => wall(ask(QUESTION, 'revealed')),
  'wall-buzzer': () => wall(buzz(PRESSES, true)),
  'wall-speaks': () => wall(turn('c2', 2)),
  'wall-own-turn': () => wall(turn('own', 2)),
  'wall-lobby': () => wall(() => undefined, { live: false }),
  ...secondStories({ inked, asked: ask(QUESTION, 'open'), buzzed: buzz(PRESSES, true), pictures, withCameras }),
  'board-buzzer-armed': () => onBoard(race([], { until: 'armed', prompt: PROMPT })),
  'board-buzzer': () => onBoard(race([], { until: 'open' })),
  'board-buzzer-prompt': () => onBoard(race([], { until: 'open', prompt: PROMPT })),
  'board-buzzer-long': () => onBoard(race([], { until: 'open', prompt: LONG_PROMPT })),
  'board-provisional': () => onBoard(race(RUNNERS, { until: 'open', prompt: PROMPT })),
  'board-zones-armed': () => onBoard(race([], { until: 'armed' }), NO_TABLETS),
  'board-zones': () => onBoard(race([], { until: 'open', prompt: PROMPT }), NO_TABLETS),
  'board-zones-long': () => onBoard(race([], { until: 'open', prompt: LONG_PROMPT }), NO_TABLETS),
  'board-zones-pressed': () => onBoard(race(BY_BOARD, { until: 'open' }), NO_TABLETS),
  'board-zone-won': () => onBoard(race(BY_BOARD, { until: 'decided' }), NO_TABLETS),
  'board-tied': () => onBoard(race(TIED, { until: 'decided' })),
  'board-tied-long': () => onBoard(race(TIED, { until: 'decided' }), { longNames: true }),
  'board-given': () => onBoard(both(race(RUNNERS, { until: 'decided' }), judged(true))),
  'board-passed': () => onBoard(both(race(RUNNERS, { until: 'decided' }), judged(false), passed)),
  'board-teams': () => onBoard(race(RUNNERS, { until: 'decided', mode: 'teams', teams: 2 })),
  'board-50-winner': () => onBoard(race(CROWD, { until: 'decided' }), { ...MANY, longNames: true }),
  'phone-class-hand': () => onPhone(as(board('c1'), { type: 'hand.raise', reason: 'ask' })),
  'phone-hand-armed': () => onPhone(race([], { until: 'armed' })),
  'phone-hand': () => onPhone(race([], { until: 'open' })),
  'phone-hand-taken': () => onPhone(race(BY_BOARD, { until: 'open' })),
  'board-class-hand': () => onBoard(as(board('c1'), { type: 'hand.raise', reason: 'show' })),
  'board-winner': () => onBoard(buzz(PRESSES, true)),
  'board-winner-other': () => onBoard(buzz(PRESSES.slice(1), true)),
  'board-winner-long': () => onBoard(buzz(PRESSES, true), { longNames: true }),
  'board-nobody': () => onBoard(buzz([], true)),
  'board-request': () => onBoard(as(guest('c1', 'other'), { type: 'seat.request', seatId: seatIdOf('c1', 2) })),
  'board-covered': () => onBoard(as(board('c1'), { type: 'camera.cover' })),
  'board-door': () => onBoard(as(board('c1'), { type: 'door.open' })),
  'board-ended': () => onBoard(as(LEAD, { type: 'lesson.end' })),
};
