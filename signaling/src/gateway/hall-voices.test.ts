import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
let clock: FakeClock;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

test('[AU1] [AU2] who speaks goes to the boards that may hear it, how loud everybody is to the lead teacher alone', async () => {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const phone = await classroom.phone('r1');
  const heard: Record<string, unknown[]> = { lead: [], r1: [], r2: [], phone: [] };
  for (const [who, screen] of Object.entries({ lead, r1: boards[0], r2: boards[1], phone }))
    screen?.socket.on('signal', ({ signal }: { signal: unknown }) => heard[who]?.push(signal));
  const hear = async (...voices: { peerId: string; volume: number }[]) => {
    classroom.sfu.tell({ type: 'voices', lessonId: 'l1', voices });
    const before = heard.lead?.length ?? 0;
    await until('the lead teacher is told', () => (heard.lead?.length ?? 0) > before);
    clock.advance(300);
  };
  // Nobody has the turn: what the room's microphone sends is for the lead teacher's eyes.
  for (let tick = 0; tick < 3; tick += 1) await hear({ peerId: 'lead', volume: -30 }, { peerId: 'r1', volume: -25 });
  expect(heard.lead?.at(-1)).toEqual({
    type: 'voices',
    speaks: ['lead', 'r1'],
    levels: [
      { peerId: 'lead', volume: -30 },
      { peerId: 'r1', volume: -25 },
    ],
  });
  await until('the boards are told', () => heard.r1?.length === 1 && heard.r2?.length === 1);
  expect(heard.r1).toEqual([{ type: 'voices', speaks: ['lead', 'r1'], levels: [] }]);
  expect(heard.r2).toEqual([{ type: 'voices', speaks: ['lead'], levels: [] }]);
  // The SFU says nothing more: a pause ends it.
  clock.advance(1_000);
  await until('the boards are told', () => heard.r1?.length === 2);
  expect(heard.r1?.at(-1)).toEqual({ type: 'voices', speaks: [], levels: [] });
  expect(heard.phone).toEqual([]);
  expect(classroom.room.version).toBe(lead.version);
});

test('[AU2] before the lesson nobody is told who speaks', async () => {
  const lead = await classroom.lead();
  const heard: unknown[] = [];
  lead.socket.on('signal', (signal: unknown) => heard.push(signal));
  classroom.sfu.tell({ type: 'voices', lessonId: 'l1', voices: [{ peerId: 'lead', volume: -30 }] });
  await lead.do({ type: 'lesson.start' });
  expect(heard).toEqual([]);
});
