import { expect, test } from 'vitest';
import { LEAD_PEER } from '../../ids.ts';
import { LEAD, LessonDriver } from '../../testing/lesson-driver.ts';
import { voicesFor } from './voices-for.ts';

const ALL = ['r2', LEAD_PEER, 'r1'];

test('[AU2] [FL17] a classroom is told of the lead teacher, of itself and of whom it may hear; of a listen turn only who has it', () => {
  const lesson = LessonDriver.live('r1-s1', 'r2-s1');
  const told = () => ['r1', 'r2'].map((room) => voicesFor(lesson.state, room, ALL));
  expect(told()).toEqual([
    [LEAD_PEER, 'r1'],
    ['r2', LEAD_PEER],
  ]);
  lesson.do(LEAD, { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 60 });
  expect(told()).toEqual([ALL, ['r2', LEAD_PEER]]);
  lesson.do(LEAD, { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 60, listen: true });
  expect(told()).toEqual([
    [LEAD_PEER, 'r1'],
    ['r2', LEAD_PEER],
  ]);
});
