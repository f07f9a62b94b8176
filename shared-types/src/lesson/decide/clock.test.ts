import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver } from '../../testing/lesson-driver.ts';
import { CLOCK_OVER_MS, readClock } from '../clock/lesson-clock.ts';
import { nextDeadline } from '../deadlines.ts';

const start = (seconds: number | null) => ({ type: 'clock.start', seconds }) as const;

function reads(lesson: LessonDriver) {
  return lesson.state.clock && readClock(lesson.state.clock, lesson.now);
}

describe('the clock that everybody sees', () => {
  it('[CK1] is the lead teacher’s, in a running lesson; a new one takes the place of the old', () => {
    expect(new LessonDriver().do(LEAD, start(60))).toBe('lesson/not-live');
    const lesson = LessonDriver.live();
    expect(lesson.do(board('r1'), start(60))).toBe('not-allowed');
    lesson.do(LEAD, start(60));
    lesson.wait(10_000);
    expect(reads(lesson)).toEqual({ ms: 50_000, runs: true, over: false });
    lesson.do(LEAD, start(null));
    lesson.wait(1_500);
    expect(reads(lesson)).toEqual({ ms: 1_500, runs: true, over: false });
  });

  it('[CK2] rests and goes on from where it stood, and stops', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, start(60));
    lesson.wait(10_000);
    lesson.do(LEAD, { type: 'clock.pause' });
    lesson.do(LEAD, { type: 'clock.pause' });
    lesson.wait(100_000);
    expect(reads(lesson)).toEqual({ ms: 50_000, runs: false, over: false });
    lesson.do(LEAD, { type: 'clock.resume' });
    lesson.do(LEAD, { type: 'clock.resume' });
    lesson.wait(20_000);
    expect(reads(lesson)).toEqual({ ms: 30_000, runs: true, over: false });
    lesson.do(LEAD, { type: 'clock.stop' });
    expect(lesson.state.clock).toBeNull();
    for (const type of ['clock.pause', 'clock.resume', 'clock.stop'] as const)
      expect(lesson.do(LEAD, { type })).toBeNull();
  });

  it('[CK3] a countdown stands at 0 for a while and goes by itself; it can be paused no longer', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, start(5));
    lesson.wait(5_000);
    expect(reads(lesson)).toEqual({ ms: 0, runs: false, over: true });
    lesson.do(LEAD, { type: 'clock.pause' });
    expect(nextDeadline(lesson.state)).toBe(lesson.now + CLOCK_OVER_MS);
    lesson.wait(CLOCK_OVER_MS);
    expect(lesson.state.clock).toBeNull();
  });

  it('[CK1] goes with the lesson', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, start(60));
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.state.clock).toBeNull();
  });

  it('[CK2] whatever is paused and for how long, a countdown shows its seconds less the time in which it ran', () => {
    const step = fc.record({ runs: fc.nat(20_000), rests: fc.nat(20_000) });
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 3600 }), fc.array(step, { maxLength: 8 }), (seconds, steps) => {
        const lesson = LessonDriver.live();
        lesson.do(LEAD, start(seconds));
        let ran = 0;
        for (const { runs, rests } of steps) {
          if (ran + runs >= seconds * 1000) break;
          lesson.wait(runs);
          ran += runs;
          lesson.do(LEAD, { type: 'clock.pause' });
          lesson.wait(rests);
          lesson.do(LEAD, { type: 'clock.resume' });
          expect(reads(lesson)?.ms).toBe(seconds * 1000 - ran);
        }
      }),
    );
  });
});
