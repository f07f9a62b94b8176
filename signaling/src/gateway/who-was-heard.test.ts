import { HAND_MS } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markTimetable } from '../room/mark-timetable.ts';
import { LessonRegistry } from '../room/registry.ts';
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

test('[FL11] [VW5] what the catalogue knows of earlier lessons comes with the start, to the lead teacher alone', async () => {
  classroom.catalogue.earlier = [{ classroomId: 'r1', lessons: 3, heard: true, seatIds: ['r1-s1'] }];
  const lead = await classroom.lead();
  const boards = [await classroom.board('r1'), await classroom.board('r2')];
  const pupil = await classroom.pupil('r1-s2');
  await lead.do({ type: 'lesson.start' });
  await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: 'r1-s2', seconds: 60 });
  // What was held back for a moment goes out.
  clock.advance(1_000);
  const before = { r1: { classroomId: 'r1', lessons: 3, heard: true, seatIds: ['r1-s1'] } };
  await until('the teacher knows', () => lead.view?.heard?.turns['r1-s2'] === 1);
  expect(lead.view?.heard).toEqual({ turns: { 'r1-s2': 1 }, before });
  for (const screen of [...boards, pupil]) {
    await until('the turn is there', () => screen.view?.floor.turns[0]?.seatId === 'r1-s2');
    expect(screen.view?.heard).toBeNull();
    expect(screen.batches.flatMap(({ types }) => types)).not.toContain('classroom.recalled');
  }
});

test('[LS9] the end of a lesson keeps who had a turn, however it ended', async () => {
  const { lead } = await classroom.live('r1', 'r2');
  await classroom.pupil('r1-s2');
  await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: 'r1-s2', seconds: 60 });
  await lead.do({ type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 60 });
  expect(classroom.catalogue.spoke.size).toBe(0);
  await lead.do({ type: 'lesson.end' });
  expect(classroom.catalogue.spoke.get('l1')).toEqual([
    { classroomId: 'r1', seatId: null },
    { classroomId: 'r1', seatId: 'r1-s2' },
    { classroomId: 'r2', seatId: null },
  ]);
});

test('[LS9] a server that stopped before the timetable knew of the end keeps both when it is back', async () => {
  const { catalogue, store, log } = classroom;
  const { lead } = await classroom.live('r1');
  await lead.do({ type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 60 });
  const write = catalogue.markLesson.bind(catalogue);
  catalogue.markLesson = async () => {
    throw new Error('the server has stopped');
  };
  await lead.do({ type: 'lesson.end' });
  expect(catalogue.lessons.get('l1')?.endedAt).toBeNull();
  catalogue.markLesson = write;
  const registry = new LessonRegistry({ store, catalogue, clock, log });
  registry.onOpened((room) => markTimetable(room, catalogue, log));
  await registry.resume();
  await until('the end is known', () => catalogue.lessons.get('l1')?.endedAt !== null);
  expect(catalogue.spoke.get('l1')).toEqual([{ classroomId: 'r1', seatId: null }]);
  registry.close();
});

test('[FL11] a lesson starts also where earlier lessons cannot be read', async () => {
  classroom.catalogue.earlierLessons = async () => {
    throw new Error('the disk is broken');
  };
  await classroom.live('r1');
  expect(classroom.room.state.phase).toBe('live');
});

test('[FL10] a hand goes down by itself, on the pupil’s tablet too', async () => {
  await classroom.live('r1');
  const pupil = await classroom.pupil('r1-s1');
  await pupil.do({ type: 'hand.raise', reason: 'ask' });
  await until('the hand is up', () => pupil.view?.hands[0]?.reason === 'ask');
  clock.advance(HAND_MS);
  await until('the hand is down', () => pupil.view?.hands.length === 0);
});
