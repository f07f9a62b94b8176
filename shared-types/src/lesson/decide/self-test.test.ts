import { describe, expect, it } from 'vitest';
import type { Actor, Viewer } from '../../roles.ts';
import { measures } from '../../self-test/measures.ts';
import { WELL_FORMED } from '../../testing/hostile.ts';
import { board, guest, LEAD, LessonDriver, pupil, shared } from '../../testing/lesson-driver.ts';
import { SELF_TEST_PAUSE_MS } from '../self-test/self-test.ts';
import { viewFor } from '../view.ts';
import { visibleTo } from '../visible.ts';

const report = WELL_FORMED['self-test.report'];
const phone: Actor = { role: 'phone', classroomId: 'r1', deviceId: 'p' };

describe('[ST2] the result of a self-test', () => {
  it('is an event with the verdict, before the lesson and in it, of the room that made it', () => {
    const lesson = new LessonDriver();
    const before = lesson.log.length;
    expect(lesson.do(board('r1'), report)).toBeNull();
    lesson.do(LEAD, { type: 'lesson.start' });
    expect(lesson.do(LEAD, report)).toBeNull();
    const done = lesson.log.slice(before).filter(({ type }) => type === 'self-test.done');
    expect(done).toEqual([
      { type: 'self-test.done', peerId: 'r1', findings: expect.arrayContaining(['path/tcp']), at: lesson.now },
      { type: 'self-test.done', peerId: 'lead', findings: expect.arrayContaining(['path/tcp']), at: lesson.now },
    ]);
    expect(lesson.state.selfTests.r1?.findings[0]).toBe('microphone/silent');
  });

  it('holds nothing but findings: neither figures nor names', () => {
    const lesson = new LessonDriver();
    lesson.do(board('r1'), report);
    const text = JSON.stringify(lesson.log.slice(-1));
    for (const figure of [report.measures.down, report.measures.up, report.measures.roundTrip, report.measures.clock])
      expect(text).not.toContain(String(figure));
    expect(measures.safeParse({ ...report.measures, label: 'HD Webcam' }).success).toBe(false);
  });

  it('is replaced by the next one, which comes 5 s later at the soonest', () => {
    const lesson = new LessonDriver();
    lesson.do(board('r1'), report);
    lesson.now += SELF_TEST_PAUSE_MS - 1;
    const { state } = lesson;
    expect(lesson.do(board('r1'), report)).toBe('too-many-requests');
    expect(lesson.state).toBe(state);
    expect(lesson.do(board('r2'), report)).toBeNull();
    lesson.now += 1;
    const mended = { ...report.measures, microphone: 'fine', path: 'udp' } as const;
    expect(lesson.do(board('r1'), { ...report, measures: mended })).toBeNull();
    expect(lesson.state.selfTests.r1).toEqual({ findings: expect.not.arrayContaining(['path/tcp']), at: lesson.now });
  });

  it('comes from boards and the lead teacher alone, and never from the own class', () => {
    const lesson = LessonDriver.live('r1-s1');
    const { state } = lesson;
    for (const actor of [phone, pupil('r1-s1'), guest('r1', 'd9'), shared('r1', 't1'), board('own')])
      expect(lesson.do(actor, report)).toBe('not-allowed');
    expect(lesson.state).toBe(state);
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.do(LEAD, report)).toBe('lesson/ended');
  });

  it('is seen by the lead teacher and the room’s own board and phones, and goes with its classroom', () => {
    const lesson = LessonDriver.live('r1-s1');
    for (const actor of [board('r1'), board('r2'), LEAD]) lesson.do(actor, report);
    const done = lesson.log.flatMap((event) => (event.type === 'self-test.done' ? [event] : []));
    const readers: [Viewer, readonly string[]][] = [
      [LEAD, ['r1', 'r2', 'lead']],
      [board('r1'), ['r1']],
      [phone, ['r1']],
      [board('r2'), ['r2']],
      [pupil('r1-s1'), []],
      [guest('r1', 'd9'), []],
      [shared('r1', 't1'), []],
    ];
    for (const [viewer, may] of readers) {
      expect(Object.keys(viewFor(viewer, lesson.state).selfTests)).toEqual(may);
      for (const event of done) expect(visibleTo(viewer, event)).toEqual(may.includes(event.peerId) ? event : null);
    }
    const planned = new LessonDriver();
    planned.do(board('r1'), report);
    planned.prepare(planned.planned.filter(({ classroomId }) => classroomId !== 'r1'));
    expect(planned.state.selfTests).toEqual({});
  });
});
