import type { Command } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryEventStore } from '../store/memory-event-store.ts';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';

let clock: FakeClock;
let store: MemoryEventStore;
let classroom: TestClassroom;
beforeEach(async () => {
  clock = new FakeClock();
  store = new MemoryEventStore();
  classroom = await TestClassroom.start({ clock, store });
});
afterEach(() => classroom.close());

const GIVE: Command = { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: null };

/** r1 leads by its phone, while the lead teacher is missed. */
async function acting() {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const [board] = boards;
  const phone = await classroom.phone('r1');
  lead.cut();
  await until('the lead teacher is gone', () => !classroom.room.state.leadOnline);
  clock.advance(10_000);
  await until('the teacher is missed', () => phone.view?.leadMissed === true);
  expect(await phone.do({ type: 'lead.take' })).toMatchObject({ ok: true });
  if (!board) throw new Error('no board');
  return { lead, board, phone };
}

test('[LD3] [LD4] a phone takes the lead; every screen is told, its commands count, another room’s are refused', async () => {
  const { board } = await acting();
  const other = await classroom.phone('r2');
  expect(other.view?.acting?.by).toBe('r1');
  expect(await other.do(GIVE)).toMatchObject({ reason: 'not-allowed' });
  expect(await other.do({ type: 'lead.take' })).toMatchObject({ reason: 'lead/taken' });
  // The board of the room leads as well.
  expect(await board.do(GIVE)).toMatchObject({ ok: true });
  await until('the other room has the turn', () => other.view?.floor.turns[0]?.classroomId === 'r2');
  const tablet = await classroom.guest('r2');
  expect(await tablet.do({ type: 'lead.take' })).toMatchObject({ reason: 'not-allowed' });
});

test('[LD5] the lead outlives the phone’s link while the board is here, and ends 10 s after both are gone', async () => {
  const { board, phone } = await acting();
  const other = await classroom.phone('r2');
  await phone.do(GIVE);
  phone.cut();
  clock.advance(60_000);
  await board.do({ type: 'camera.cover' });
  expect(classroom.room.state.acting).toEqual({ by: 'r1', awaySince: null });
  board.cut();
  await until('nobody of the room is here', () => typeof classroom.room.state.acting?.awaySince === 'number');
  clock.advance(9_999);
  await phone.hello();
  await until('the phone is back', () => classroom.room.state.acting?.awaySince === null);
  phone.cut();
  await until('it is gone again', () => typeof classroom.room.state.acting?.awaySince === 'number');
  clock.advance(10_000);
  await until('nobody leads', () => other.view?.acting === null);
  expect(other.view?.floor.turns).toEqual([]);
});

test('[LD5] the lead holds over a restart; the lead teacher comes back, and takes it back with one tap', async () => {
  const { phone } = await acting();
  await phone.do(GIVE);
  // The old server is fenced by the new one, as when it was killed.
  const second = await TestClassroom.start({ clock, store });
  try {
    const again = await second.phone('r1');
    clock.advance(15_000);
    const lead = await second.lead();
    expect(lead.view).toMatchObject({ acting: { by: 'r1', awaySince: null }, leadMissed: false });
    expect(await again.do({ ...GIVE, classroomId: 'r1' })).toMatchObject({ ok: false });
    expect(await lead.do({ type: 'lead.take-back' })).toMatchObject({ ok: true });
    await until('the phone knows', () => again.view?.acting === null);
    expect(await again.do(GIVE)).toMatchObject({ reason: 'not-allowed' });
  } finally {
    await second.close();
  }
});

test('[LD5] who does not come back after a restart leads no longer, 10 s after the register says so', async () => {
  await acting();
  const second = await TestClassroom.start({ clock, store });
  try {
    const other = await second.phone('r2');
    clock.advance(15_000);
    await until('nobody of the room is here', () => typeof second.room.state.acting?.awaySince === 'number');
    clock.advance(10_000);
    await until('nobody leads', () => other.view?.acting === null);
  } finally {
    await second.close();
  }
});
