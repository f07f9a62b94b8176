import type { Command } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';

let clock: FakeClock;
let classroom: TestClassroom;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

const CLAP: Command = { type: 'applause.give' };

test('[PR3] whoever claps too often is refused, alone, and a new connection changes nothing', async () => {
  const { boards } = await classroom.live('r1');
  const phone = await classroom.phone('r1');
  for (let nth = 0; nth < 3; nth += 1) expect(await phone.do(CLAP)).toMatchObject({ ok: true });
  const tooMany = { ok: false, reason: 'too-many-requests' };
  expect(await phone.do(CLAP)).toEqual(tooMany);
  expect(await boards[0]?.do(CLAP)).toMatchObject({ ok: true });
  phone.cut();
  await until('the phone is cut', () => !phone.socket.connected);
  await phone.hello();
  expect(await phone.do(CLAP)).toEqual(tooMany);
  clock.advance(5_000);
  expect(await phone.do(CLAP)).toMatchObject({ ok: true });
});

test('[PR4] [PR2] no other room is told who claps, nor who is praised', async () => {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const [one, two] = boards;
  const pupil = await classroom.pupil('r2-s1');
  await one?.do(CLAP);
  await lead.do({ type: 'praise.give', classroomId: 'r1', seatId: 'r1-s1', word: 'clear' });
  clock.advance(300);
  await until('all have heard', () => [lead, two, pupil].every((screen) => screen?.view?.praise?.word === 'clear'));
  expect(lead.view?.applause).toHaveProperty('r1');
  expect(lead.view?.praise?.seatId).toBe('r1-s1');
  for (const screen of [two, pupil]) {
    expect(screen?.view?.applause).toEqual({});
    expect(screen?.view?.praise?.seatId).toBeNull();
    expect(screen?.batches.flatMap(({ types }) => types)).not.toContain('applause.given');
  }
});
