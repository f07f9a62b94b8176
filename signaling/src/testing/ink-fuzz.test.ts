import { type Actor, type Command, peerOf, viewFor } from '@tongke/shared-types';
import { inkMoves, seeded } from '@tongke/shared-types/testing';
import { expect, test } from 'vitest';
import { TestClassroom } from './classroom.ts';
import { FakeClock } from './fake-clock.ts';
import type { FakeScreen } from './fake-screen.ts';
import { until } from './until.ts';

const STEPS = 250;

test.each([1, 2, 3])(
  '[IK13] two pens, undo, page turns, drops and returns: in the end every screen has the server’s ink, seed %i',
  async (seed) => {
    const clock = new FakeClock();
    const classroom = await TestClassroom.start({ clock });
    classroom.catalogue.decks.set('d1', { accountId: 'teacher', title: '认识分数', pages: 3 });
    try {
      await play(seed, classroom, clock);
    } finally {
      await classroom.close();
    }
  },
  60_000,
);

async function play(seed: number, classroom: TestClassroom, clock: FakeClock): Promise<void> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { lead, boards } = await classroom.live('r1', 'r2');
  const all = [lead, ...boards, await classroom.phone('r1')];
  const { room } = classroom;
  await lead.do({ type: 'deck.choose', deckId: 'd1' });
  await lead.do({ type: 'pens.set', classroomIds: ['r1', 'r2'], sides: false });
  const screenOf = (actor: Actor) => all.find(({ viewer }) => viewer && peerOf(viewer) === peerOf(actor)) ?? lead;
  let drawn = 0;
  const say = async (screen: FakeScreen, command: Command) => {
    if (!screen.socket.connected) return;
    const reply = await screen.do(command);
    if (reply.ok && command.type === 'ink.draw') drawn += 1;
  };
  const drop = async (screen: FakeScreen) => {
    if (!screen.socket.connected) return;
    const { connections } = classroom;
    screen.cut();
    await until('the server knows of the cut', () => classroom.connections < connections);
  };
  const comeBack = async (screen: FakeScreen) => {
    if (!screen.socket.connected) expect(await screen.hello()).toMatchObject({ ok: true });
  };
  const inky = () => {
    const [actor, make] = pick(inkMoves);
    return say(screenOf(actor), make(room.state));
  };
  const steps: readonly (() => Promise<unknown>)[] = [
    ...Array.from({ length: 8 }, () => inky),
    () => say(lead, { type: 'page.turn', page: pick([1, 2, 3]) }),
    () => drop(pick(all)),
    () => comeBack(pick(all)),
    () => comeBack(pick(all)),
  ];
  for (let step = 0; step < STEPS; step += 1) {
    await pick(steps)();
    clock.advance(pick([0, 20, 300]));
  }
  await Promise.all(all.map(comeBack));
  clock.advance(1_000);
  await room.ask({ type: 'seat.register', classroomId: 'r1', seats: [] });
  clock.advance(1_000);
  const inkFor = ({ viewer }: FakeScreen) => viewer && viewFor(viewer, room.state).ink;
  const agrees = (screen: FakeScreen) => JSON.stringify(screen.view?.ink) === JSON.stringify(inkFor(screen));
  await until('every screen agrees', () => all.every(agrees)).catch(() => {});
  for (const screen of all) expect(screen.view?.ink, `seed ${seed}`).toEqual(inkFor(screen));
  for (const screen of all) expect(screen.view?.papers, `seed ${seed}`).toEqual(room.state.papers);
  expect(drawn, `seed ${seed}: strokes`).toBeGreaterThan(10);
}
