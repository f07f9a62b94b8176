import { type LiveStroke, openSheets, packPoints, type Signal, strokeKey } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
beforeEach(async () => {
  classroom = await TestClassroom.start();
});
afterEach(() => classroom.close());

const points = packPoints([
  [100, 100, 8],
  [900, 400, 8],
]);
const pen = { tool: 'pen', colour: 1, width: 40, points } as const;
const sheet = () => openSheets(classroom.room.state)[0] ?? '';
const stroke = (strokeId: string) => ({ type: 'ink.draw', sheet: sheet(), strokeId, ...pen, text: null }) as const;
const live = (strokeId: string): LiveStroke => ({ type: 'ink', sheet: sheet(), strokeId, from: 0, ...pen });
const keys = ({ view }: FakeScreen) => (view?.ink.sheets[sheet()]?.strokes ?? []).map(strokeKey);

/** A running lesson with a blank page on the screens, and who is told which signals. */
async function withPaper() {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const [one, two] = boards as unknown as readonly [FakeScreen, FakeScreen];
  const phone = await classroom.phone('r1');
  await lead.do({ type: 'paper.add', photo: null });
  const heard = new Map<FakeScreen, { peerId: string; signal: Signal }[]>();
  for (const screen of [lead, one, two, phone]) {
    const told: { peerId: string; signal: Signal }[] = [];
    heard.set(screen, told);
    screen.socket.on('signal', (signal) => signal.signal.type !== 'voices' && told.push(signal));
  }
  const told = (screen: FakeScreen) => (heard.get(screen) ?? []).map(({ peerId, signal }) => [peerId, signal.type]);
  return { lead, one, two, phone, told, heard };
}

test('[IK3] a stroke travels while it is drawn, to the screens that see the page, and becomes one event', async () => {
  const { lead, one, two, phone, told, heard } = await withPaper();
  lead.signal(live('s1'));
  await until('both boards see it', () => [one, two].every((screen) => told(screen).length === 1));
  expect(heard.get(one)).toEqual([{ peerId: 'lead', signal: live('s1') }]);
  expect([told(lead), told(phone)]).toEqual([[], []]);
  const { version } = classroom.room;
  expect(await lead.do(stroke('s1'))).toMatchObject({ ok: true });
  expect(classroom.room.version).toBe(version + 1);
  await until('all have it', () => [lead, one, two, phone].every((screen) => keys(screen).join() === 'lead:s1'));
  const late = await classroom.board('own');
  expect(keys(late)).toEqual(['lead:s1']);
});

test('[IK3] [IK6] the server decides an unfinished stroke as the stroke itself: taken back, nobody sees any more of it', async () => {
  const { lead, one, two, told } = await withPaper();
  one.signal(live('a'));
  await lead.do({ type: 'pens.set', classroomIds: ['r1'], sides: false });
  one.signal(live('b'));
  two.signal(live('c'));
  await until('the other board and the teacher see it', () => told(two).length === 1 && told(lead).length === 1);
  expect(await one.do(stroke('b'))).toMatchObject({ ok: true });
  await lead.do({ type: 'pens.set', classroomIds: [], sides: false });
  one.signal(live('d'));
  expect(await one.do(stroke('d'))).toMatchObject({ reason: 'ink/no-pen' });
  expect(await two.do(stroke('c'))).toMatchObject({ reason: 'ink/no-pen' });
  expect([told(lead), told(one), told(two)]).toEqual([[['r1', 'ink']], [], [['r1', 'ink']]]);
});

test('[IK9] the lead teacher’s pointer goes to the boards and nowhere into the log; nobody else has one', async () => {
  const { lead, one, two, told } = await withPaper();
  const { version } = classroom.room;
  const laser = { type: 'laser', sheet: sheet(), at: [500, 600] } as const;
  two.signal({ ...laser, at: [...laser.at] });
  lead.signal({ ...laser, at: [...laser.at] });
  lead.signal({ ...laser, sheet: 'paper:other', at: null });
  await until('the boards see it', () => told(one).length === 1 && told(two).length === 1);
  lead.signal({ ...laser, at: null });
  await until('the boards see it go', () => told(one).length === 2 && told(two).length === 2);
  expect(told(lead)).toEqual([]);
  expect(classroom.room.version).toBe(version);
});

test('[IK14] an acting lead’s phone draws and points like the lead teacher, on its own board too; with the lead it is over', async () => {
  const { lead, one, two, phone, told } = await withPaper();
  const laser = () => ({ type: 'laser', sheet: sheet(), at: [500, 600] }) as const;
  const point = (screen: FakeScreen) => screen.signal({ ...laser(), at: [500, 600] });
  phone.signal(live('a'));
  point(phone);
  await lead.do({ type: 'lead.hand', to: 'r1' });
  phone.signal(live('b'));
  point(one);
  await until('all but who points sees it', () => [lead, two].every((screen) => told(screen).length === 2));
  expect([told(lead), told(one), told(phone)]).toEqual([
    [
      ['r1', 'ink'],
      ['r1', 'laser'],
    ],
    [['r1', 'ink']],
    [],
  ]);
  expect(await phone.do(stroke('b'))).toMatchObject({ ok: true });
  await lead.do({ type: 'lead.take-back' });
  phone.signal(live('c'));
  point(one);
  expect(await phone.do(stroke('c'))).toMatchObject({ reason: 'not-allowed' });
  await until('all have the stroke', () => [lead, one, two, phone].every((screen) => keys(screen).join() === 'r1:b'));
  expect(told(two)).toHaveLength(2);
});

test('[IK2] who draws faster than a hand can is told to wait', async () => {
  const { lead } = await withPaper();
  const replies = await Promise.all(Array.from({ length: 90 }, (_, n) => lead.do(stroke(`s${n}`))));
  expect(replies.filter((reply) => !reply.ok && reply.reason === 'too-many-requests').length).toBeGreaterThan(10);
  expect(replies.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(60);
});
