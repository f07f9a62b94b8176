import { envelope, type REFUSALS } from '@tongke/shared-types';
import { hostileEnvelope, seeded } from '@tongke/shared-types/testing';
import { expect, test } from 'vitest';
import { TestClassroom } from './classroom.ts';
import { FakeClock } from './fake-clock.ts';
import { until } from './until.ts';

const MESSAGES = 4_000;
/** Within what a tablet may send at once. */
const AT_ONCE = 20;

test('[AC1] thousands of malformed commands over real sockets are refused one by one, and change nothing', async () => {
  const clock = new FakeClock();
  const classroom = await TestClassroom.start({ clock });
  try {
    const { lead, boards } = await classroom.live('r1');
    const shared = await classroom.guest('r1');
    await shared.do({ type: 'tablet.share', tabletId: 't1' });
    await boards[0]?.do({ type: 'tablet.allow', tabletId: 't1' });
    await until('it is handed round', () => shared.viewer?.role === 'shared');
    const screens = [lead, ...boards, await classroom.phone('r1'), await classroom.pupil('r1-s1'), shared];
    screens.push(await classroom.guest('r2'));
    // Whoever came has been noted.
    await classroom.room.ask({ type: 'seat.register', classroomId: 'r1', seats: [] });
    const { state, version } = classroom.room;
    const random = seeded(7);
    for (let sent = 0; sent < MESSAGES; ) {
      for (const screen of screens) {
        const messages = Array.from({ length: AT_ONCE }, () => malformed(random));
        const replies = await Promise.all(
          messages.map((message) => screen.ask<{ ok: boolean; reason: (typeof REFUSALS)[number] }>('command', message)),
        );
        for (const { ok, reason } of replies) expect([ok, reason]).toEqual([false, 'malformed']);
        sent += replies.length;
      }
      clock.advance(2_000);
    }
    expect(classroom.room.state).toBe(state);
    expect(classroom.room.version).toBe(version);
    for (const { socket } of screens) expect(socket.connected).toBe(true);
    expect(await screens[3]?.do({ type: 'hand.raise' })).toMatchObject({ ok: true });
  } finally {
    await classroom.close();
  }
}, 120_000);

/** A hostile message that is still one when it has travelled as JSON, and no well-formed command by chance. */
function malformed(random: () => number): unknown {
  for (;;) {
    const message = JSON.parse(JSON.stringify(hostileEnvelope(random)) ?? 'null');
    if (!envelope.safeParse(message).success) return message;
  }
}
