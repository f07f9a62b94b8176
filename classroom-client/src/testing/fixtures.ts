import {
  type Actor,
  type Command,
  type Context,
  decide,
  decideServer,
  type EarlierLessons,
  EMPTY_LESSON,
  evolve,
  LATE_GRACE_MS,
  type LessonState,
  type Names,
  type ServerCommand,
  type Snapshot,
  type Viewer,
  viewFor,
} from '@tongke/shared-types';

/** The clock of the fixtures starts here, so that pictures and tests are the same every day. */
export const START = Date.UTC(2026, 8, 1, 1, 0, 0);

const GIVEN = ['小明', '雨桐', '子涵', '思远', '佳怡', '浩然', '梓萱', '一诺', '文博', '欣妍', '俊杰', '诗涵'];
const FAMILY = ['马', '王', '李', '张', '杨', '白', '丁', '田', '海', '陈', '赵', '苏'];

/** A lesson built by the real rules: say what happens, look at it as any viewer. */
export interface Fixture {
  readonly state: () => LessonState;
  readonly now: () => number;
  readonly wait: (ms: number) => void;
  readonly send: (actor: Actor, command: Command) => void;
  readonly report: (command: ServerCommand) => void;
  /** The lead teacher ends the countdown of the question, and nothing more comes in. */
  readonly close: () => void;
  /** Opens a buzzer for so many seconds and gives the cue; answers its round. */
  readonly buzzer: (seconds?: number) => string;
  /** A pupil presses the buzzer that is open. */
  readonly press: (classroomId: string, number: number) => void;
  readonly names: Names;
  /** What the server would send this viewer now. */
  readonly snapshot: (viewer: Viewer) => Snapshot;
}

/** From the cue to when a hand can press at the earliest, in a fixture. */
const REACTION_MS = 300;

export const SECOND: Actor = { role: 'second', staffId: 't2', schoolId: 'city' };
export const LEAD: Actor = { role: 'lead', staffId: 't1', schoolId: 'city' };
export const board = (classroomId: string): Actor => ({ role: 'board', classroomId, deviceId: `board-${classroomId}` });
export const pupil = (classroomId: string, number: number): Actor & { readonly role: 'pupil' } => ({
  role: 'pupil',
  classroomId,
  seatId: seatIdOf(classroomId, number),
});
export const guest = (classroomId: string, device = 'device-1'): Actor => ({ role: 'guest', classroomId, device });
export const seatIdOf = (classroomId: string, number: number): string => `${classroomId}-${number}`;

interface Options {
  /** How many remote classrooms; the own class `own` comes on top. */
  readonly classrooms?: number;
  readonly pupils?: number;
  /** Boards connected and ready, seats taken, lesson started. */
  readonly live?: boolean;
  /** What is known of earlier lessons when this one starts. */
  readonly earlier?: readonly EarlierLessons[];
  /** Twelve characters, to see whether long names fit. */
  readonly longNames?: boolean;
  /** Classrooms in which nobody has a tablet. */
  readonly withoutTablets?: readonly string[];
}

/** A lesson with an own class and `classrooms` remote ones named c1, c2, …, whose pupils have numbers from 1. */
export function createFixture({
  classrooms = 2,
  pupils = 12,
  live = true,
  longNames = false,
  earlier = [],
  withoutTablets = [],
}: Options = {}): Fixture {
  let state = EMPTY_LESSON;
  let now = START;
  let ids = 0;
  const context = (): Context => ({
    now,
    newId: () => `id${++ids}`,
    newCode: () => '483201',
    newTicket: () => `ticket-${++ids}-abcdefghijkl`,
    random: () => 0,
    masked: (said) => said,
  });
  const adopt = (outcome: ReturnType<typeof decide>) => {
    if (!outcome.ok) throw new Error(`The fixture was refused: ${outcome.reason}`);
    state = outcome.events.reduce(evolve, state);
  };
  const send = (actor: Actor, command: Command) => adopt(decide(state, command, actor, context()));
  const report = (command: ServerCommand) => adopt(decideServer(state, command, context()));

  const rooms = ['own', ...Array.from({ length: classrooms }, (_, index) => `c${index + 1}`)];
  const names: Record<string, string> = {};
  const prepared = rooms.map((classroomId, index) => ({
    classroomId,
    schoolId: index === 0 ? 'city' : 'village',
    name: roomName(index, longNames),
    own: index === 0,
    cameraAllowed: true,
    givenNames: false,
    seats: Array.from({ length: pupils }, (_, n) => ({ seatId: seatIdOf(classroomId, n + 1), number: n + 1 })),
  }));
  for (const [room, { seats }] of prepared.entries()) {
    for (const { seatId, number } of seats) names[seatId] = pupilName(room, number, longNames);
  }

  const title = '三年级数学 · 分数的初步认识';
  report({
    type: 'lesson.prepare',
    lessonId: 'lesson-1',
    schoolId: 'city',
    leadId: 't1',
    title,
    plannedAt: START,
    classrooms: prepared,
    seconds: ['t2'],
  });
  report({ type: 'peer.came', peer: { kind: 'lead' } });
  if (live) {
    for (const classroomId of rooms) {
      report({ type: 'peer.came', peer: { kind: 'board', classroomId } });
      send(board(classroomId), { type: 'board.ready' });
      for (let n = 1; n < pupils && !withoutTablets.includes(classroomId); n++) {
        send(guest(classroomId, `device-${classroomId}-${n}`), {
          type: 'seat.claim',
          seatId: seatIdOf(classroomId, n),
        });
      }
    }
    report({ type: 'lesson.recall', classrooms: earlier });
    send(LEAD, { type: 'lesson.start' });
  }

  const wait = (ms: number) => {
    now += ms;
    report({ type: 'tick' });
  };

  return {
    state: () => state,
    now: () => now,
    wait,
    close: () => {
      send(LEAD, { type: 'round.close', roundId: state.round?.roundId ?? '' });
      wait(LATE_GRACE_MS);
    },
    send,
    report,
    buzzer: (seconds = 20) => {
      send(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds });
      const roundId = state.round?.roundId ?? '';
      report({ type: 'buzzer.start', roundId, measures: [] });
      now += REACTION_MS;
      return roundId;
    },
    press: (classroomId, number) =>
      send(pupil(classroomId, number), {
        type: 'buzzer.press',
        roundId: state.round?.roundId ?? '',
        shown: 0,
        pressed: REACTION_MS,
      }),
    names,
    snapshot: (viewer) => ({
      lessonId: state.lessonId,
      viewKey: `${viewer.role}`,
      viewer,
      view: viewFor(viewer, state),
      version: 1,
      names: namesFor(viewer, names),
    }),
  };
}

function namesFor(viewer: Viewer, names: Names): Names {
  if (viewer.role === 'lead' || viewer.role === 'server') return names;
  if (viewer.role === 'second') return {};
  return Object.fromEntries(Object.entries(names).filter(([seatId]) => seatId.startsWith(`${viewer.classroomId}-`)));
}

function roomName(index: number, long: boolean): string {
  if (long) return `马家沟希望小学三年级${index + 1}班`;
  return ['三班', '五班', '马家沟', '白杨沟', '河西'][index] ?? `${index + 1}班`;
}

function pupilName(room: number, number: number, long: boolean): string {
  if (long) return '阿卜杜热西提·买买提江';
  return `${FAMILY[(room + number) % FAMILY.length]}${GIVEN[(number - 1) % GIVEN.length]}`;
}
