import { type Actor, CAN, type Command, command, decide, EMPTY_LESSON, UNPREPARED } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';

const id = 'x';
const seatId = 'r1-s1';
/** One well-formed command of each type. */
const EVERY: { readonly [T in Command['type']]: Extract<Command, { type: T }> } = {
  'lesson.start': { type: 'lesson.start' },
  'lesson.end': { type: 'lesson.end' },
  'buzzer.open': { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 },
  'question.open': {
    ...UNPREPARED,
    task: { kind: 'true-false', correct: null },
    seconds: 10,
  },
  'question.reveal': { type: 'question.reveal', roundId: id },
  'round.close': { type: 'round.close', roundId: id },
  'round.dismiss': { type: 'round.dismiss', roundId: id },
  'turn.give': { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 10 },
  'turn.end': { type: 'turn.end', turnId: id },
  'hand.lower': { type: 'hand.lower', classroomId: 'r1', seatId },
  'hands.clear': { type: 'hands.clear' },
  'board.ready': { type: 'board.ready' },
  'camera.report': { type: 'camera.report', camera: 'on' },
  'camera.cover': { type: 'camera.cover' },
  'camera.uncover': { type: 'camera.uncover' },
  'classroom.leave': { type: 'classroom.leave' },
  'door.open': { type: 'door.open', classroomId: 'r1' },
  'door.close': { type: 'door.close', classroomId: 'r1' },
  'seat.release': { type: 'seat.release', seatId },
  'seat.allow': { type: 'seat.allow', seatId, at: 1 },
  'seat.deny': { type: 'seat.deny', seatId },
  'seat.add': { type: 'seat.add', classroomId: 'r1', name: '马小花' },
  'room.reset': { type: 'room.reset', classroomId: 'r1' },
  'handcount.set': { type: 'handcount.set', classroomId: 'r1', roundId: id, counts: {} },
  'buzzer.press': { type: 'buzzer.press', roundId: id, shown: 0, pressed: 300 },
  'buzzer.award': { type: 'buzzer.award', roundId: id, give: true },
  'buzzer.next': { type: 'buzzer.next', roundId: id },
  'answer.give': { type: 'answer.give', roundId: id, answer: { kind: 'true-false', value: true } },
  'answer.give-for': {
    type: 'answer.give-for',
    roundId: id,
    seatIds: [seatId],
    answer: { kind: 'true-false', value: true },
  },
  'question.mark': { type: 'question.mark', roundId: id, correct: true },
  'question.show-answer': { type: 'question.show-answer', roundId: id, item: { by: 'seat', seatId } },
  'question.explain': { type: 'question.explain', roundId: id },
  'lesson.score-settings': { type: 'lesson.score-settings', points: true, streaks: true },
  'tablet.share': { type: 'tablet.share', tabletId: id },
  'tablet.leave': { type: 'tablet.leave' },
  'tablet.allow': { type: 'tablet.allow', tabletId: id },
  'tablet.deny': { type: 'tablet.deny', tabletId: id },
  'hand.raise': { type: 'hand.raise' },
  'seat.leave': { type: 'seat.leave' },
  'seat.claim': { type: 'seat.claim', seatId },
  'seat.request': { type: 'seat.request', seatId },
};

test('[AC1] a teacher of another school gets not-allowed for every command, and nothing happens', async () => {
  const classroom = await TestClassroom.start();
  try {
    await classroom.live('r1', 'r2');
    const { version } = classroom.room;
    const stranger: Actor = { role: 'lead', staffId: 'other', schoolId: 'elsewhere' };
    for (const asked of Object.values(EVERY)) {
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
    for (const asked of Object.values(EVERY)) {
      const outcome = decide(EMPTY_LESSON, asked, actor, context);
      if (!CAN[actor.role].includes(asked.type)) expect(outcome).toEqual({ ok: false, reason: 'not-allowed' });
    }
  }
});
