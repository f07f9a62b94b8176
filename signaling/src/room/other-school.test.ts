import { type Actor, CAN, command, decide, EMPTY_LESSON } from '@tongke/shared-types';
import { WELL_FORMED } from '@tongke/shared-types/testing';
import { expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';

const seatId = 'r1-s1';

test('[AC1] a teacher of another school gets not-allowed for every command, and nothing happens', async () => {
  const classroom = await TestClassroom.start();
  try {
    await classroom.live('r1', 'r2');
    const { version } = classroom.room;
    const stranger: Actor = { role: 'lead', staffId: 'other', schoolId: 'elsewhere' };
    for (const asked of Object.values(WELL_FORMED)) {
      expect(command.safeParse(asked).success).toBe(true);
      const reply = await classroom.room.command(`of-${asked.type}`, asked, stranger);
      expect([asked.type, reply]).toEqual([asked.type, { ok: false, reason: 'not-allowed' }]);
    }
    expect(classroom.room.version).toBe(version);
    const screen = classroom.screen({ as: 'lead', lessonId: 'l1' }, 'other-session-token');
    expect(await screen.hello()).toEqual({ ok: false, reason: 'not-allowed' });
  } finally {
    await classroom.close();
  }
});

test('[AC1] no role can send a command that the table does not give it', () => {
  const actors: readonly Actor[] = [
    { role: 'lead', staffId: 'teacher', schoolId: 'city' },
    { role: 'board', classroomId: 'r1', deviceId: 'b1' },
    { role: 'phone', classroomId: 'r1', deviceId: 'p1' },
    { role: 'pupil', classroomId: 'r1', seatId },
    { role: 'shared', classroomId: 'r1', tabletId: 't1' },
    { role: 'guest', classroomId: 'r1', device: 'd1' },
  ];
  const fresh = { newId: () => 'id', newCode: () => '000000', newTicket: () => 'ticket', random: () => 0 };
  const context = { now: 1, ...fresh, masked: () => null };
  for (const actor of actors) {
    for (const asked of Object.values(WELL_FORMED)) {
      const outcome = decide(EMPTY_LESSON, asked, actor, context);
      if (!CAN[actor.role].includes(asked.type)) expect(outcome).toEqual({ ok: false, reason: 'not-allowed' });
    }
  }
});
