import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, command } from '../protocol/commands.ts';
import { id } from '../protocol/id.ts';
import type { Actor } from '../roles.ts';
import { board, guest, LEAD, LessonDriver, pupil } from '../testing/lesson-driver.ts';
import { ask, single, TASKS } from '../testing/questions.ts';
import { lessonEvent } from './events.ts';
import { mayPublish } from './media-rules.ts';

/** Names that every object answers to without holding them. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);
const counts = { A: 1 };

/** Every command that names something, with `name` in each of those places. */
const naming = (name: string): readonly Command[] => [
  { type: 'question.reveal', roundId: name },
  { type: 'round.close', roundId: name },
  { type: 'round.dismiss', roundId: name },
  { type: 'turn.give', classroomId: name, seatId: null, seconds: 5 },
  { type: 'turn.give', classroomId: 'r1', seatId: name, seconds: 5 },
  { type: 'turn.end', turnId: name },
  { type: 'name.draw', classroomId: name },
  { type: 'floor.open', mode: 'dialogue', classroomIds: ['r1', name], seconds: null },
  { type: 'word.say', word: 'call-on', seatId: name },
  { type: 'word.say-to', classroomId: name, word: 'quiet' },
  { type: 'word.acknowledge', wordId: name },
  { type: 'hand.lower', classroomId: name, seatId: name },
  { type: 'hand.lower', classroomId: 'r1', seatId: name },
  { type: 'door.open', classroomId: name },
  { type: 'door.close', classroomId: name },
  { type: 'room.reset', classroomId: name },
  { type: 'seat.add', classroomId: name, name: '小明' },
  { type: 'seat.release', seatId: name },
  { type: 'seat.allow', seatId: name, at: 1 },
  { type: 'seat.deny', seatId: name },
  { type: 'handcount.set', classroomId: name, roundId: name, counts },
  { type: 'buzzer.press', roundId: name, shown: 0, pressed: 300 },
  { type: 'buzzer.award', roundId: name, give: true },
  { type: 'buzzer.next', roundId: name },
  { type: 'answer.give', roundId: name, answer: single('A') },
  { type: 'answer.give-for', roundId: name, seatIds: [name], answer: single('A') },
  { type: 'question.mark', roundId: name, correct: null },
  { type: 'question.explain', roundId: name },
  { type: 'question.show-answer', roundId: name, item: { by: 'seat', seatId: name } },
  { type: 'tablet.share', tabletId: name },
  { type: 'tablet.allow', classroomId: 'own', tabletId: name },
  { type: 'tablet.deny', tabletId: name },
  { type: 'seat.claim', seatId: name },
  { type: 'seat.request', seatId: name },
];
const ACTORS: readonly Actor[] = [
  LEAD,
  board('r1'),
  { role: 'phone', classroomId: 'r1', deviceId: 'phone' },
  pupil('r1-s1'),
  guest('r1', 'device'),
  ...INHERITED.flatMap((name): Actor[] => [
    board(name),
    guest(name, 'device'),
    { role: 'pupil', classroomId: name, seatId: name },
    { role: 'shared', classroomId: name, tabletId: name },
    { role: 'shared', classroomId: 'r1', tabletId: name },
    { role: 'pupil', classroomId: 'r1', seatId: name },
  ]),
];

describe('names that every object inherits', () => {
  it('[AC8] are no ids: a message that carries one is malformed', () => {
    for (const name of INHERITED) {
      expect(id.safeParse(name).success).toBe(false);
      for (const asked of naming(name)) expect([asked, command.safeParse(asked).success]).toEqual([asked, false]);
    }
  });

  it('[AC8] name nothing in a lesson either: whoever sends what, it is refused and nothing has happened', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(LEAD, ask(TASKS.text));
    const { state } = lesson;
    for (const name of INHERITED) {
      for (const actor of ACTORS) for (const asked of naming(name)) expect(lesson.do(actor, asked)).not.toBeNull();
      expect(mayPublish(state, name, 'camera', lesson.now)).toBe('classroom/unknown');
      lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId: name } });
      lesson.server({ type: 'peer.came', peer: { kind: 'seat', classroomId: 'r1', seatId: name } });
      lesson.server({ type: 'track.close', trackId: name, cause: 'x' });
      expect(lesson.server({ type: 'seat.register', classroomId: name, seats: [] })).toBe('classroom/unknown');
    }
    expect(lesson.state).toBe(state);
  });

  it('[AC8] every event that any of them could bring about is one that the log can read again', () => {
    const name = fc.constantFrom('r1', 'r2', 'own', 'r1-s1', 'r2-s1', ...INHERITED);
    const steps = fc.array(fc.tuple(fc.constantFrom(...ACTORS), name, fc.nat(30)), { minLength: 40, maxLength: 80 });
    fc.assert(
      fc.property(steps, (all) => {
        const lesson = LessonDriver.live('r1-s1', 'r2-s1');
        for (const [actor, named, nth] of all) {
          const commands = naming(named);
          lesson.do(actor, commands[nth % commands.length] ?? { type: 'hand.raise' });
        }
        for (const event of lesson.log) expect(lessonEvent.parse(event)).toEqual(event);
      }),
      { numRuns: 200 },
    );
  });
});
