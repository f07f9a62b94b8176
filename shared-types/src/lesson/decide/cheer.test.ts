import { describe, expect, it } from 'vitest';
import { board, guest, LEAD, LessonDriver, pupil, shared } from '../../testing/lesson-driver.ts';
import { APPLAUSE_MS } from '../cheer/applause.ts';
import { viewFor } from '../view.ts';

const praise = (seatId = 'r1-s2') => ({ type: 'praise.give', classroomId: 'r1', seatId, word: 'clear' }) as const;
const CLAP = { type: 'applause.give' } as const;

describe('praise', () => {
  it('[PR1] the lead teacher praises a pupil of the lesson with set words, and nobody else does', () => {
    expect(new LessonDriver().do(LEAD, praise())).toBe('lesson/not-live');
    const lesson = LessonDriver.live('r1-s2');
    expect(lesson.do(LEAD, praise('r2-s1'))).toBe('seat/unknown');
    expect(lesson.do(LEAD, { ...praise(), classroomId: 'nowhere' })).toBe('classroom/unknown');
    for (const actor of [board('r1'), pupil('r1-s2')]) expect(lesson.do(actor, praise())).toBe('not-allowed');
    lesson.do(LEAD, praise());
    const said = { classroomId: 'r1', seatId: 'r1-s2', number: 2, word: 'clear', at: lesson.now };
    expect(lesson.state.praise).toMatchObject(said);
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.state.praise).toBeNull();
  });

  it('[PR2] who it is reaches the own board, the teacher and the pupil; everybody else learns the classroom', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2');
    lesson.do(LEAD, praise());
    const knows = [LEAD, board('r1'), pupil('r1-s2')];
    const learns = [board('r2'), board('own'), pupil('r1-s1'), guest('r1', 'd'), shared('r1', 't1')];
    for (const viewer of knows) expect(viewFor(viewer, lesson.state).praise?.seatId).toBe('r1-s2');
    for (const viewer of learns) {
      const seen = viewFor(viewer, lesson.state).praise;
      expect(seen).toMatchObject({ classroomId: 'r1', seatId: null, number: null, word: 'clear' });
    }
  });
});

describe('applause', () => {
  it('[PR3] is a classroom’s, one at a time: who claps along changes nothing', () => {
    const lesson = LessonDriver.live('r1-s1');
    expect(lesson.do(board('own'), CLAP)).toBe('not-allowed');
    expect(lesson.do(pupil('r1-s1'), CLAP)).toBe('not-allowed');
    lesson.do(board('r1'), CLAP);
    const { length } = lesson.log;
    lesson.wait(APPLAUSE_MS - 1);
    expect(lesson.do(board('r1'), CLAP)).toBeNull();
    expect(lesson.log).toHaveLength(length);
    lesson.wait(1);
    lesson.do(board('r1'), CLAP);
    expect(lesson.state.applause).toEqual({ r1: lesson.now });
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(lesson.do(board('r1'), CLAP)).toBe('classroom/not-here');
  });

  it('[PR4] reaches the lead teacher with the classroom, and no other room', () => {
    const lesson = LessonDriver.live();
    lesson.do(board('r1'), CLAP);
    for (const viewer of [LEAD, board('r1')]) expect(viewFor(viewer, lesson.state).applause).toHaveProperty('r1');
    for (const viewer of [board('r2'), board('own'), pupil('r1-s1')])
      expect(viewFor(viewer, lesson.state).applause).toEqual({});
  });
});
