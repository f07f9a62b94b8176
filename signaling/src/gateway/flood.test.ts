import type { Credentials } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boardToken, newDeviceKey, TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { until } from '../testing/until.ts';
import { dropSilent } from './drop-silent.ts';
import type { Phase } from './session.ts';

let clock: FakeClock;
let classroom: TestClassroom;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

test('[AC6] strangers share a budget, and a flood of them keeps neither staff nor seated pupils out', async () => {
  await classroom.live('r1');
  const { ticket = '' } = classroom.room.state.classrooms.r1 ?? {};
  const deviceKey = newDeviceKey();
  const pupil = await classroom.pupil('r1-s1', deviceKey);
  pupil.credentials = { as: 'tablet', deviceKey, by: { kind: 'seat', lessonId: 'l1' } };
  pupil.cut();
  await until('the tablet is cut', () => !pupil.socket.connected);
  const byTicket = (): Credentials => ({ as: 'tablet', deviceKey: newDeviceKey(), by: { kind: 'ticket', ticket } });
  let refused = 0;
  for (let stranger = 0; stranger < 80; stranger += 1) {
    const screen = classroom.screen(byTicket());
    screen.socket.connect();
    await until('it is connected', () => screen.socket.connected);
    const asked = Array.from({ length: 40 }, () => screen.ask<{ reason: string }>('nothing', {}));
    refused += (await Promise.all(asked)).filter(({ reason }) => reason === 'too-many-requests').length;
  }
  expect(refused).toBeGreaterThan(100);
  expect(await classroom.screen(byTicket()).hello()).toEqual({ ok: false, reason: 'too-many-requests' });

  expect(await classroom.screen({ as: 'lead', lessonId: 'l1' }, 'teacher-session-token').hello()).toMatchObject({
    ok: true,
  });
  expect(await classroom.screen({ as: 'board', token: boardToken('r2') }).hello()).toMatchObject({ ok: true });
  expect(await pupil.hello()).toMatchObject({ ok: true });
  const forger = classroom.screen({ as: 'board', token: 'no-such-token-0000000' });
  expect(await forger.hello()).toEqual({ ok: false, reason: 'board/removed' });
  expect(await forger.hello()).toEqual({ ok: false, reason: 'too-many-requests' });
  clock.advance(1_000);
  expect(await classroom.screen(byTicket()).hello()).toMatchObject({ ok: true });
});

test('[AC6] of too many connections that never say hello the oldest go; who has said hello stays', () => {
  const dropped: number[] = [];
  const session = (n: number, kind: Phase['kind']) => ({ phase: { kind } as Phase, drop: () => void dropped.push(n) });
  const sessions = new Set([
    session(0, 'awaiting-hello'),
    session(1, 'joined'),
    session(2, 'awaiting-hello'),
    session(3, 'waiting'),
    session(4, 'awaiting-hello'),
  ]);
  dropSilent(sessions, 5);
  expect(sessions.size).toBe(5);
  dropSilent(sessions, 2);
  expect(dropped).toEqual([0]);
  expect(sessions.size).toBe(2);
});
