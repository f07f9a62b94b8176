import { type Answer, type Command, type QuestionRound, type TaskKind, UNPREPARED } from '@tongke/shared-types';
import { board, createFixture, type Fixture, guest, LEAD, pupil, seatIdOf } from './fixtures.ts';

type OpenQuestion = Extract<Command, { type: 'question.open' }>;
export type Stage = QuestionRound['phase'];

const text = (key: 'A' | 'B' | 'C' | 'D', said: string) => ({ key, text: said });

/** One question of each kind, with a formula where one may stand. */
export const QUESTIONS: Readonly<Record<TaskKind, OpenQuestion>> = {
  single: {
    ...UNPREPARED,
    prompt: '算一算：$\\frac{1}{2}+\\frac{1}{4}=$ ?',
    task: {
      kind: 'single',
      choices: [
        text('A', '$\\frac{2}{6}$'),
        text('B', '$\\frac{3}{4}$'),
        text('C', '$\\frac{1}{6}$'),
        text('D', '$\\frac{1}{8}$'),
      ],
      correct: 'B',
    },
    explanation: '先通分：$\\frac{1}{2}=\\frac{2}{4}$，再把分子相加。',
    seconds: 60,
  },
  multiple: {
    ...UNPREPARED,
    prompt: '下面哪些分数等于二分之一？',
    task: {
      kind: 'multiple',
      choices: [text('A', '2/4'), text('B', '3/5'), text('C', '5/10'), text('D', '4/6')],
      correct: ['A', 'C'],
    },
    seconds: 60,
  },
  'true-false': {
    ...UNPREPARED,
    prompt: '分母越大，分数就越大。',
    task: { kind: 'true-false', correct: false },
    seconds: 30,
  },
  number: {
    ...UNPREPARED,
    prompt: '一根绳子长 2 米，剪去四分之一，还剩多少米？',
    task: { kind: 'number', unit: '米', correct: { value: 1.5, tolerance: 0 } },
    seconds: 60,
  },
  text: {
    ...UNPREPARED,
    prompt: '分数线下面的数叫什么？',
    task: { kind: 'text', correct: ['分母'] },
    seconds: 60,
  },
  order: {
    ...UNPREPARED,
    prompt: '从小到大排一排。',
    task: {
      kind: 'order',
      items: [
        { key: 'A', text: '四分之一' },
        { key: 'B', text: '二分之一' },
        { key: 'C', text: '四分之三' },
      ],
      correct: ['A', 'B', 'C'],
    },
    seconds: 60,
  },
  photo: {
    ...UNPREPARED,
    prompt: '把二分之一画出来，拍照交上来。',
    task: { kind: 'photo', correct: null },
    seconds: 120,
  },
};

const WORDS = ['分母', '分母。', '分子', '分数', '不知道'];
const METRES = [1.5, 1.5, 0.5, 1.75, 1.5];

/** What the pupil of this number answers: right more often than not. */
function answerOf({ task }: QuestionRound, number: number): Answer {
  const wrong = number % 3 === 0;
  switch (task.kind) {
    case 'single':
      return { kind: 'single', choice: wrong ? 'A' : 'B' };
    case 'multiple':
      return { kind: 'multiple', choices: wrong ? ['A', 'B'] : ['A', 'C'] };
    case 'true-false':
      return { kind: 'true-false', value: wrong };
    case 'number':
      return { kind: 'number', value: METRES[number % METRES.length] ?? 0 };
    case 'text':
      return { kind: 'text', text: WORDS[number % WORDS.length] ?? '' };
    case 'order': {
      const right = task.correct ?? [];
      return { kind: 'order', keys: wrong ? [...right].reverse() : [...right] };
    }
    case 'photo':
      return { kind: 'photo', photo: number.toString(16).padStart(2, '0').repeat(32) };
  }
}

export interface AskedOptions {
  readonly classrooms?: number;
  readonly pupils?: number;
  readonly longNames?: boolean;
  readonly question?: Partial<OpenQuestion>;
  /** Nobody answers. */
  readonly silent?: boolean;
}

/** A lesson whose question of this kind has come to this stage; hands were counted in classroom `c2`. */
export function asked(kind: TaskKind, stage: Stage, options: AskedOptions = {}): Fixture {
  const { question = {}, silent = false, ...lesson } = options;
  const fixture = createFixture({ classrooms: 4, ...lesson });
  const opened = { ...QUESTIONS[kind], ...question };
  fixture.send(LEAD, stage === 'reading' ? { ...opened, readSeconds: 10 } : opened);
  fixture.wait(3000);
  if (stage === 'reading') return fixture;
  if (!silent) answerAll(fixture);
  const roundId = roundIdOf(fixture);
  if (stage === 'open') return fixture;
  fixture.close();
  if (stage === 'closed') return fixture;
  fixture.send(LEAD, { type: 'question.reveal', roundId });
  if (stage === 'explained') fixture.send(LEAD, { type: 'question.explain', roundId });
  return fixture;
}

export function roundIdOf(fixture: Fixture): string {
  return fixture.state().round?.roundId ?? '';
}

function answerAll(fixture: Fixture): void {
  const { round, classrooms } = fixture.state();
  if (round?.kind !== 'question') return;
  const { roundId } = round;
  for (const [at, { classroomId, seats }] of Object.values(classrooms).entries()) {
    // Each classroom answers a little otherwise, and the last one not at all.
    if (at > 0 && at === Object.keys(classrooms).length - 1) continue;
    const most = Math.max(1, Object.keys(seats).length - 2 - (at % 3));
    for (let number = 1; number <= most; number += 1) {
      const answer = answerOf(round, at === 2 ? number * 3 : number + at);
      fixture.send(pupil(classroomId, number), { type: 'answer.give', roundId, answer });
    }
  }
  const hands =
    round.task.kind === 'single' ? { B: 1, C: 1 } : round.task.kind === 'true-false' ? { true: 1 } : { right: 1 };
  if (classrooms.c2 && Object.keys(classrooms).length > 3) {
    fixture.send(board('c2'), { type: 'handcount.set', roundId, counts: hands });
  }
}

/** Tablets that ask to be handed round in classroom `c1`, and so many that may already. */
export function sharedTablets(fixture: Fixture, allowed: number, waiting: number): Fixture {
  for (let number = 1; number <= allowed + waiting; number += 1) {
    const tabletId = `tablet-${number}`;
    fixture.send(guest('c1', `shared-${number}`), { type: 'tablet.share', tabletId });
    if (number <= allowed) fixture.send(board('c1'), { type: 'tablet.allow', classroomId: 'c1', tabletId });
  }
  return fixture;
}

/** The tablets of these pupils lose their link. */
export function loseLinks(fixture: Fixture, classroomId: string, ...numbers: readonly number[]): Fixture {
  for (const number of numbers) {
    const seatId = seatIdOf(classroomId, number);
    fixture.report({ type: 'peer.went', peer: { kind: 'seat', classroomId, seatId }, cause: 'link' });
  }
  return fixture;
}
