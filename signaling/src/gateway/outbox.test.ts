import { type Actor, EMPTY_LESSON, type EventBatch, type LessonEvent, visibleTo } from '@tongke/shared-types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clock } from '../room/clock.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { audienceOf, wordsIn } from './audience.ts';
import type { Frame } from './frame.ts';
import { Outbox } from './outbox.ts';

const LEAD: Actor = { role: 'lead', staffId: 'teacher', schoolId: 'city' };
const board: Actor = { role: 'board', classroomId: 'r1', deviceId: 'b1' };

function open(viewer: Actor, ...others: readonly Actor[]) {
  return openBy(new FakeClock(), viewer, ...others);
}

function openBy<C extends Clock>(clock: C, viewer: Actor, ...others: readonly Actor[]) {
  let version = 0;
  const outbox = new Outbox({ lessonId: 'l1', viewer: audienceOf(viewer).viewer, version, clock });
  const readers = [viewer, ...others].map((actor) => {
    const sent: EventBatch[] = [];
    const tell = ({ text }: Frame) => sent.push(JSON.parse(text.slice(1))[1]);
    return { actor, heard: 0, tell, sent };
  });
  for (const reader of readers) outbox.readers.add(reader);
  const push = (...events: LessonEvent[]) => {
    const batch = events.map((event) => {
      version += 1;
      return { version, event, before: EMPTY_LESSON, after: EMPTY_LESSON };
    });
    const apart = readers.flatMap((reader) => {
      const { actor } = reader;
      const about = batch.filter(({ event }) => actor.role === 'pupil' && wordsIn(event).has(actor.seatId));
      return about.length > 0 ? [[reader, about] as const] : [];
    });
    outbox.push(batch, new Map(apart));
  };
  return { clock, sent: readers[0]?.sent ?? [], readers, outbox, push };
}

const answer = (seatId: string, answered: number, classroomId = 'r2'): LessonEvent => {
  return {
    type: 'answer.given',
    roundId: 'q',
    classroomId,
    seatId,
    answer: { kind: 'single', choice: 'A' },
    at: 1,
    source: 'tablet',
    answered,
  };
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
  push({ type: 'question.closed', roundId: 'q', at: 2, expected: {} });
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

const pupil = (seatId: string): Actor => ({ role: 'pupil', classroomId: 'r1', seatId });

test('[RS9] a pupil is told of the own seat at once, with what was held, and nobody twice', () => {
  const { clock, readers, push } = open(pupil('s1'), pupil('s2'));
  const pressed = (count: number) =>
    ({ type: 'buzzer.counted', roundId: 'b', classroomId: 'r2', pressed: count }) as const;
  push(pressed(1));
  push(pressed(2));
  push(answer('s1', 1, 'r1'), pressed(3));
  clock.advance(250);
  const [one, two] = readers.map(({ sent }) => sent.map(({ events }) => events.map(({ type }) => type)));
  expect(one).toEqual([['buzzer.counted'], ['answer.given', 'buzzer.counted']]);
  expect(two).toEqual([['buzzer.counted'], ['buzzer.counted']]);
  expect(readers.map(({ sent }) => sent.at(-1)?.upTo)).toEqual([4, 4]);
});

test('[VW2] a tablet is told of its own answer alone, without a count', () => {
  const { clock, readers, push } = open(pupil('s1'), pupil('s2'));
  push(answer('x1', 1), answer('s1', 1, 'r1'));
  clock.advance(250);
  expect(readers[0]?.sent.flatMap(({ events }) => events)).toMatchObject([{ type: 'answer.given', answered: null }]);
  expect(readers[1]?.sent).toEqual([]);
});

test('[RS9] a newcomer hears only what is newer than the snapshot', () => {
  const { clock, readers, outbox, push } = open(board);
  push(answer('s1', 1));
  push(answer('s2', 2));
  const sent: EventBatch[] = [];
  outbox.readers.add({ actor: board, heard: 2, tell: ({ text }) => sent.push(JSON.parse(text.slice(1))[1]) });
  push(answer('s3', 1, 'r3'));
  clock.advance(250);
  expect(readers[0]?.sent.at(-1)?.events).toHaveLength(2);
  expect(sent.map(({ events }) => events)).toEqual([
    [{ type: 'answer.counted', roundId: 'q', classroomId: 'r3', answered: 1 }],
  ]);
});

test('[RS9] what comes thick and fast goes in batches of 50 ms', () => {
  const { clock, sent, push } = open(board);
  for (let count = 0; count < 200; count += 1) {
    push({ type: 'door.closed', classroomId: 'r2' });
    clock.advance(5);
  }
  clock.advance(50);
  expect(sent.flatMap(({ events }) => events)).toHaveLength(200);
  expect(sent.length).toBeGreaterThan(18);
  expect(sent.length).toBeLessThanOrEqual(26);
});

test('[RS9] whatever happens, each reader is told what it may see, once and in order', () => {
  const seats = ['s1', 's2', 's3'];
  const happening = fc.oneof(
    fc
      .constantFrom(...seats)
      .map(
        (seatId): LessonEvent => ({ type: 'hand.raised', classroomId: 'r1', seatId, number: 1, reason: null, at: 1 }),
      ),
    fc.constantFrom('r1', 'r2').map((classroomId): LessonEvent => ({ type: 'door.closed', classroomId })),
    fc.integer({ min: 0, max: 120 }),
  );
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      const actors = seats.map(pupil);
      const { clock, readers, push } = open(pupil('s1'), ...actors.slice(1));
      const events: LessonEvent[] = [];
      for (const one of happenings) {
        if (typeof one === 'number') clock.advance(one);
        else {
          events.push(one);
          push(one);
        }
      }
      clock.advance(1_000);
      for (const { actor, sent } of readers) {
        expect(sent.flatMap((batch) => batch.events)).toEqual(events.flatMap((event) => visibleTo(actor, event) ?? []));
      }
    }),
  );
});

test('[RS14] a clock that is set back holds nothing back', () => {
  const clock = new FakeClock();
  let ahead = 3_600_000;
  const set = { now: () => clock.now() + ahead, after: clock.after.bind(clock) };
  const { sent, push } = openBy(set, board);
  push(answer('s1', 1));
  push({ type: 'door.closed', classroomId: 'r2' });
  ahead = 0;
  push(answer('s2', 2));
  clock.advance(250);
  push({ type: 'question.closed', roundId: 'q', at: 2, expected: {} });
  expect(sent.map(({ upTo }) => upTo)).toEqual([1, 2, 3, 4]);
});

test('[PG3] a turn that goes alone is a few bytes, and one among others an event like them', () => {
  const clock = new FakeClock();
  const outbox = new Outbox({ lessonId: 'lesson-1', viewer: board, version: 7, clock });
  const frames: Frame[] = [];
  outbox.readers.add({ actor: board, heard: 7, tell: (frame) => void frames.push(frame) });
  const numbered = (version: number, event: LessonEvent) => ({
    ...{ version, event, before: EMPTY_LESSON, after: EMPTY_LESSON },
  });
  outbox.push([numbered(8, { type: 'page.turned', page: 300 })]);
  outbox.push([numbered(9, { type: 'page.turned', page: 1 }), numbered(10, { type: 'draw.cleared' })]);
  expect(frames.map(({ text }) => text.slice(0, 12))).toEqual(['2["page",[7,', '2["events",{']);
  expect(frames[0]?.text).toBe('2["page",[7,8,300]]');
});
