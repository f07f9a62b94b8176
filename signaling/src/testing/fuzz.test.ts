import { isDeepStrictEqual } from 'node:util';
import { type Command, type LessonEvent, viewFor } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { newDeviceKey, TestClassroom } from './classroom.ts';
import type { FakeScreen } from './fake-screen.ts';
import { seeded } from './seeded.ts';
import { until } from './until.ts';

const STEPS = 120;

/** Seeds that once failed stay; the others are drawn so that a run is the same everywhere. */
const SEEDS = [1, 2, 3, 20_260_301];

test.each(SEEDS)(
  '[RS9] [VW1] [BZ5] after any presses, answers, drops and returns every screen agrees with the server, seed %i',
  async (seed) => {
    const classroom = await TestClassroom.start({ rooms: 2, pupils: 3 });
    try {
      await lessonOf(seed, classroom);
    } finally {
      await classroom.close();
    }
  },
  30_000,
);

async function lessonOf(seed: number, classroom: TestClassroom): Promise<void> {
  const random = seeded(seed);
  const { lead, boards } = await classroom.live('r1', 'r2');
  const pupils: FakeScreen[] = [];
  for (const seatId of ['r1-s1', 'r1-s2', 'r1-s3', 'r2-s1', 'r2-s2']) {
    const deviceKey = newDeviceKey();
    const pupil = await classroom.pupil(seatId, deviceKey);
    pupil.credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId: 'l1' } };
    pupils.push(pupil);
  }
  const guests = [await classroom.guest('r1'), await classroom.guest('r2')];
  const all = [lead, ...boards, ...pupils, ...guests];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const roundId = () => classroom.room.state.round?.roundId ?? 'none';

  const asked: Promise<unknown>[] = [];
  const say = (screen: FakeScreen, command: Command) => {
    if (!screen.socket.connected) return;
    // A drop may swallow the answer: that is part of the game.
    asked.push(screen.do(command).catch(() => null));
    if (random() < 0.3) asked.push(screen.do(command).catch(() => null));
  };
  const steps: readonly (() => unknown)[] = [
    () => say(lead, { type: 'buzzer.open', seconds: 5 }),
    () => say(lead, question),
    () => say(lead, { type: 'round.close', roundId: roundId() }),
    () => say(lead, { type: 'question.reveal', roundId: roundId() }),
    () => say(lead, { type: 'turn.give', classroomId: pick(['r1', 'r2']), seatId: null, seconds: 5 }),
    () => say(pick(boards), { type: 'handcount.set', roundId: roundId(), counts: { A: 1 } }),
    () => say(pick(boards), pick([{ type: 'door.open' }, { type: 'door.close' }, { type: 'camera.cover' }] as const)),
    () => say(pick(pupils), { type: 'hand.raise' }),
    ...Array.from({ length: 5 }, () => () => say(pick(pupils), { type: 'buzzer.press', roundId: roundId() })),
    ...Array.from({ length: 5 }, () => () => {
      say(pick(pupils), { type: 'answer.give', roundId: roundId(), choice: pick(['A', 'B'] as const) });
    }),
    () => pick([...boards, ...pupils]).cut(),
    () => pick([...boards, ...pupils]).cut(),
    () => Promise.all(all.filter(({ socket }) => !socket.connected).map((screen) => screen.hello())),
  ];
  for (let step = 0; step < STEPS; step += 1) {
    await pick(steps)();
    if (random() < 0.5) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(asked);
  await until('cut screens know it', () =>
    all.every(({ socket }) => !socket.connected || socket.io.engine.readyState === 'open'),
  );
  for (const screen of all) {
    if (!screen.socket.connected) expect(await screen.hello()).toMatchObject({ ok: true });
  }
  const agrees = ({ view, viewer }: FakeScreen) =>
    viewer !== null && isDeepStrictEqual(view, plain(viewFor(viewer, classroom.room.state)));
  await until('every screen agrees', () => all.every(agrees)).catch(() => {});
  for (const { view, viewer } of all) expect(view).toEqual(viewer && plain(viewFor(viewer, classroom.room.state)));
  oneWinner((await classroom.store.since('l1', 0)).map(({ event }) => event));
}

const question: Command = {
  type: 'question.open',
  prompt: '?',
  choices: [
    { key: 'A', text: '一' },
    { key: 'B', text: '二' },
  ],
  correct: 'A',
  seconds: 5,
};

/** [BZ2] [BZ5] Each buzzer is decided once, for the first press, and nobody pressed twice. */
function oneWinner(log: readonly LessonEvent[]): void {
  for (const opened of log.filter((event) => event.type === 'buzzer.opened')) {
    const { roundId } = opened;
    const presses = log.filter((event) => event.type === 'buzzer.pressed' && event.roundId === roundId);
    const seats = presses.map((event) => (event.type === 'buzzer.pressed' ? event.seatId : ''));
    expect(new Set(seats).size).toBe(seats.length);
    const decisions = log.filter((event) => event.type === 'buzzer.decided' && event.roundId === roundId);
    expect(decisions.length).toBeLessThanOrEqual(1);
    for (const event of decisions) {
      if (event.type === 'buzzer.decided') expect(event.point).toBe(event.order[0]?.seatId ?? null);
    }
  }
}

/** As it travels: without fields that are undefined. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
