import { type Actor, EMPTY_LESSON, type EventBatch, type LessonEvent } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { Outbox } from './outbox.ts';

const LEAD: Actor = { role: 'lead', staffId: 'teacher', schoolId: 'city' };
const board: Actor = { role: 'board', classroomId: 'r1', deviceId: 'b1' };

function open(viewer: Actor) {
  const clock = new FakeClock();
  const sent: EventBatch[] = [];
  let version = 0;
  const outbox = new Outbox({ lessonId: 'l1', viewer, version, clock, send: (batch) => sent.push(batch) });
  const push = (...events: LessonEvent[]) => {
    outbox.push(
      events.map((event) => {
        version += 1;
        return { version, event, before: EMPTY_LESSON, after: EMPTY_LESSON };
      }),
    );
  };
  return { clock, sent, outbox, push };
}

const answer = (seatId: string, answered: number, classroomId = 'r2'): LessonEvent => {
  return { type: 'answer.given', roundId: 'q', classroomId, seatId, choice: 'A', at: 1, source: 'tablet', answered };
};

test('[RS9] counts reach a screen at most four times a second, and the last one is right', () => {
  const { clock, sent, push } = open(board);
  for (let count = 1; count <= 100; count += 1) {
    push(answer(`s${count}`, count));
    clock.advance(10);
  }
  clock.advance(250);
  expect(sent.length).toBeLessThanOrEqual(6);
  expect(sent.at(-1)).toMatchObject({
    upTo: 100,
    events: [{ type: 'answer.counted', classroomId: 'r2', answered: 100 }],
  });
});

test('[RS9] counts of several classrooms are kept apart', () => {
  const { clock, sent, push } = open(board);
  push(answer('s1', 1));
  push(answer('s2', 2), answer('s3', 1, 'r3'), answer('s4', 3));
  clock.advance(250);
  expect(sent[1]?.events).toEqual([
    { type: 'answer.counted', roundId: 'q', classroomId: 'r3', answered: 1 },
    { type: 'answer.counted', roundId: 'q', classroomId: 'r2', answered: 3 },
  ]);
});

test('[RS9] everything else goes at once, and takes what was held along in order', () => {
  const { sent, push } = open(board);
  push(answer('s1', 1));
  push(answer('s2', 2));
  push({ type: 'question.closed', roundId: 'q', at: 2 });
  expect(sent.map(({ events }) => events.map(({ type }) => type))).toEqual([
    ['answer.counted'],
    ['answer.counted', 'question.closed'],
  ]);
  expect(sent[1]?.upTo).toBe(3);
});

test('[RS9] the lead teacher gets every single answer, in portions', () => {
  const { clock, sent, push } = open(LEAD);
  for (let count = 1; count <= 50; count += 1) {
    push(answer(`s${count}`, count));
    clock.advance(4);
  }
  clock.advance(100);
  expect(sent.length).toBeLessThanOrEqual(4);
  expect(sent.flatMap(({ events }) => events)).toHaveLength(50);
});

test('[RS9] an answer does not wait as long as a count that came before it', () => {
  const { clock, sent, push } = open(LEAD);
  push({ type: 'lesson.ended', at: 1 });
  push({ type: 'answer.counted', roundId: 'q', classroomId: 'r2', answered: 1 });
  clock.advance(10);
  push(answer('s1', 1));
  clock.advance(90);
  expect(sent[1]?.events.map(({ type }) => type)).toEqual(['answer.counted', 'answer.given']);
});

test('[RS9] what a viewer may not see is not sent; the next batch says where the screen stands', () => {
  const { sent, push } = open({ role: 'pupil', classroomId: 'r1', seatId: 's1' });
  push({ type: 'seat.went', classroomId: 'r1', seatId: 's2', number: 2, at: 1, cause: 'x' });
  expect(sent).toEqual([]);
  push({ type: 'lesson.ended', at: 1 });
  expect(sent[0]).toMatchObject({ from: 0, upTo: 2 });
});

test('[RS10] each batch begins where the one before it ended', () => {
  const { clock, sent, push } = open(board);
  for (let count = 1; count <= 20; count += 1) {
    push(answer(`s${count}`, count), {
      type: 'seat.went',
      classroomId: 'r2',
      seatId: 's',
      number: 2,
      at: 1,
      cause: 'x',
    });
    clock.advance(100);
  }
  push({ type: 'lesson.ended', at: 1 });
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.map(({ from }) => from)).toEqual([0, ...sent.slice(0, -1).map(({ upTo }) => upTo)]);
  expect(sent.at(-1)?.upTo).toBe(41);
});
