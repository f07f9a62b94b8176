import { type Command, openSheets, packPoints, strokeKey } from '@tongke/shared-types';
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

/** r1 leads by its phone, while the lead teacher is missed; a blank page lies on the screens where it is wanted. */
async function acting(paper = false) {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const [board, elsewhere] = boards;
  if (paper) await lead.do({ type: 'paper.add', photo: null });
  const phone = await classroom.phone('r1');
  lead.cut();
  await until('the lead teacher is gone', () => !classroom.room.state.leadOnline);
  clock.advance(10_000);
  await until('the teacher is missed', () => phone.view?.leadMissed === true);
  expect(await phone.do({ type: 'lead.take' })).toMatchObject({ ok: true });
  if (!board || !elsewhere) throw new Error('no board');
  return { lead, board, elsewhere, phone };
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

test('[IK14] [IK3] while the teacher is away a room that leads draws from board and phone as one, for every screen; it stays when the teacher is back', async () => {
  const { lead, board, elsewhere, phone } = await acting(true);
  const [sheet = ''] = openSheets(classroom.room.state);
  const points = packPoints([
    [100, 100, 8],
    [900, 400, 8],
  ]);
  const pen = { sheet, tool: 'pen', colour: 1, width: 40, points } as const;
  const draw = (strokeId: string) => ({ type: 'ink.draw', strokeId, ...pen, text: null }) as const;
  const told: string[] = [];
  elsewhere.socket.on('signal', ({ peerId, signal }) => {
    if (signal.type === 'ink' || signal.type === 'laser') told.push(`${peerId} ${signal.type}`);
  });
  elsewhere.signal({ type: 'ink', strokeId: 'x', from: 0, ...pen });
  board.signal({ type: 'ink', strokeId: 'a', from: 0, ...pen });
  await until('the other board sees the stroke', () => told.length === 1);
  board.signal({ type: 'laser', sheet, at: [500, 600] });
  await until('and the pointer', () => told.length === 2);
  expect(told).toEqual(['r1 ink', 'r1 laser']);
  expect(await elsewhere.do(draw('x'))).toMatchObject({ reason: 'ink/no-pen' });
  expect(await board.do(draw('a'))).toMatchObject({ ok: true });
  expect(await phone.do(draw('b'))).toMatchObject({ ok: true });
  expect(await board.do({ type: 'ink.undo', sheet })).toMatchObject({ ok: true });
  for (const command of [
    { type: 'page.zoom', region: null },
    { type: 'pens.set', classroomIds: ['r2'], sides: false },
    { type: 'paper.add', photo: null },
    { ...draw('w'), tool: 'text', points: packPoints([[1, 1, 8]]), text: '看' },
  ] satisfies Command[]) {
    expect(await board.do(command)).toMatchObject({ reason: 'not-allowed' });
  }
  const back = await classroom.lead();
  const keys = () => [back, board, elsewhere, phone].map(({ view }) => view?.ink.sheets[sheet]?.strokes.map(strokeKey));
  await until('all have the stroke that stands', () => keys().every((all) => all?.join() === 'r1:a'));
  expect(await board.do(draw('c'))).toMatchObject({ ok: true });
  expect(await back.do({ type: 'lead.take-back' })).toMatchObject({ ok: true });
  expect(await board.do(draw('d'))).toMatchObject({ reason: 'ink/no-pen' });
  expect(await phone.do(draw('d'))).toMatchObject({ reason: 'not-allowed' });
  // Batches in close order are held back for a moment.
  clock.advance(100);
  await until('what was drawn stays', () => keys().every((all) => all?.join() === 'r1:a,r1:c'));
  expect(lead.view?.ink.sheets[sheet]?.strokes ?? []).toEqual([]);
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
