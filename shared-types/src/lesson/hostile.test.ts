import { expect, test } from 'vitest';
import { envelope } from '../protocol/commands.ts';
import { REFUSALS } from '../refusals.ts';
import { type Actor, can } from '../roles.ts';
import { hostileEnvelope } from '../testing/hostile.ts';
import { board, guest, LEAD, pupil, shared } from '../testing/lesson-driver.ts';
import { QuestionDriver } from '../testing/question-driver.ts';
import { TASKS } from '../testing/questions.ts';
import { seeded } from '../testing/seeded.ts';
import { lessonEvent } from './events.ts';

const MESSAGES = 100_000;
const ACTORS: readonly Actor[] = [
  LEAD,
  { role: 'lead', staffId: 'somebody-else', schoolId: 'city' },
  board('r1'),
  board('constructor'),
  { role: 'phone', classroomId: 'r1', deviceId: 'p1' },
  pupil('r1-s1'),
  pupil('r1-s9'),
  shared('r1', 't1'),
  shared('r1', '__proto__'),
  guest('r1', 'd1'),
];

test('[AC1] [AC8] a hundred thousand hostile commands bring nothing down, and what is refused has no effect', () => {
  const random = seeded(20_260_301);
  let driver = new QuestionDriver(TASKS.single, ['r1-s1', 'r2-s1']);
  let [malformed, refused, accepted] = [0, 0, 0];
  for (let nth = 0; nth < MESSAGES; nth += 1) {
    const message = hostileEnvelope(random);
    const parsed = envelope.safeParse(message);
    if (!parsed.success) {
      malformed += 1;
      continue;
    }
    const actor = ACTORS[nth % ACTORS.length] as Actor;
    const { command } = parsed.data;
    const { lesson } = driver;
    const { state, log } = lesson;
    const { length } = log;
    const refusal = lesson.do(actor, command);
    if (refusal !== null) {
      refused += 1;
      expect(REFUSALS).toContain(refusal);
      expect(lesson.state).toBe(state);
      expect(log).toHaveLength(length);
      continue;
    }
    // What is left is a command as its sender may ask it: whatever it brings about can be stored and read again.
    accepted += 1;
    expect(can(actor.role, command.type)).toBe(true);
    for (const event of log.slice(length)) expect(lessonEvent.parse(event)).toEqual(event);
    if (lesson.state.phase === 'ended' || length > 500) driver = new QuestionDriver(TASKS.text, ['r1-s1', 'r2-s1']);
  }
  expect(malformed).toBeGreaterThan(MESSAGES * 0.8);
  expect(refused).toBeGreaterThan(1_000);
  expect(malformed + refused + accepted).toBe(MESSAGES);
  expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined();
}, 120_000);
