import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAD_PEER } from '../../ids.ts';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { mayPublish, mayWatch } from '../media-rules.ts';
import { SHARER_GRACE_MS } from '../screen/shared-screen.ts';

const share = (style: 'detail' | 'motion' = 'detail') => ({ type: 'screen.share', style }) as const;
const STOP = { type: 'screen.stop' } as const;
const give = (classroomId: string) => ({ type: 'turn.give', classroomId, seatId: null, seconds: 60 }) as const;

/** What a peer may send of its screen. */
function sends(lesson: LessonDriver, peerId: string) {
  return (['screen', 'screen-sound'] as const).filter(
    (source) => mayPublish(lesson.state, peerId, source, lesson.now) === null,
  );
}

const last = <T>(all: readonly T[]) => all[all.length - 1];

describe('a shared screen', () => {
  it('[SH1] is the lead teacher’s in a running lesson, and a board’s while its class has the turn', () => {
    expect(new LessonDriver().do(LEAD, share())).toBe('lesson/not-live');
    const lesson = LessonDriver.live('r1-s1');
    expect(lesson.do(board('r1'), share())).toBe('media/no-turn');
    expect(lesson.do(board('own'), share())).toBe('not-allowed');
    expect(lesson.do(pupil('r1-s1'), share())).toBe('not-allowed');
    lesson.do(LEAD, give('r1'));
    expect(lesson.do(board('r2'), share())).toBe('media/no-turn');
    expect(lesson.do(board('r1'), share())).toBeNull();
    expect(lesson.state.screen).toMatchObject({ peerId: 'r1', style: 'detail', since: lesson.now });
    expect(sends(lesson, 'r1')).toEqual(['screen']);
  });

  it('[SH1] a turn that waits for its assistant is none yet', () => {
    const lesson = LessonDriver.live();
    lesson.do(board('r1'), { type: 'microphone.set', waits: true });
    lesson.do(LEAD, give('r1'));
    expect(lesson.do(board('r1'), share())).toBe('media/no-turn');
    lesson.do(board('r1'), { type: 'turn.accept', turnId: lesson.state.floor.turns[0]?.turnId ?? '' });
    expect(lesson.do(board('r1'), share())).toBeNull();
  });

  it('[SH2] is one at a time: a board waits, the lead teacher’s takes its place', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, { type: 'floor.open', mode: 'dialogue', classroomIds: ['r1', 'r2'], seconds: 60 });
    lesson.do(board('r1'), share());
    expect(lesson.do(board('r2'), share())).toBe('screen/taken');
    lesson.do(LEAD, share('motion'));
    expect(lesson.state.screen).toMatchObject({ peerId: LEAD_PEER, style: 'motion' });
    expect(sends(lesson, 'r1')).toEqual([]);
    expect(mayPublish(lesson.state, 'r1', 'screen', lesson.now)).toBe('screen/none');
    expect(sends(lesson, LEAD_PEER)).toEqual(['screen', 'screen-sound']);
    expect(lesson.do(board('r1'), share())).toBe('screen/taken');
  });

  it('[SH2] the same again changes nothing, and another style is another sharing', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, share());
    const { length } = lesson.log;
    lesson.do(LEAD, share());
    expect(lesson.log).toHaveLength(length);
    lesson.do(LEAD, share('motion'));
    expect(lesson.state.screen?.style).toBe('motion');
  });

  it('[SH3] ends by its owner and by the lead teacher, and by nobody else', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, share());
    expect(lesson.do(board('r1'), STOP)).toBeNull();
    expect(lesson.state.screen?.peerId).toBe(LEAD_PEER);
    lesson.do(LEAD, STOP);
    expect(last(lesson.log)).toMatchObject({ type: 'screen.ended', cause: 'sharer' });
    expect(lesson.do(LEAD, STOP)).toBeNull();
    lesson.do(LEAD, give('r1'));
    lesson.do(board('r1'), share());
    lesson.do(LEAD, STOP);
    expect(last(lesson.log)).toMatchObject({ type: 'screen.ended', cause: 'teacher' });
    expect(lesson.state.screen).toBeNull();
  });

  it('[SH3] ends with the turn, however that ends, and with the lesson', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, give('r1'));
    lesson.do(board('r1'), share());
    lesson.wait(60_000);
    expect(lesson.state.screen).toBeNull();
    lesson.do(LEAD, give('r1'));
    lesson.do(board('r1'), share());
    lesson.do(LEAD, give('r1'));
    expect(lesson.state.screen).toBeNull();
    lesson.do(LEAD, share());
    lesson.do(LEAD, { type: 'floor.clear' });
    expect(lesson.state.screen?.peerId).toBe(LEAD_PEER);
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.state.screen).toBeNull();
  });

  it('[SH3] a lead teacher who is gone for a moment goes on sharing, one who stays away does not', () => {
    const lesson = LessonDriver.live();
    lesson.server({ type: 'peer.came', peer: { kind: 'lead' } });
    lesson.do(LEAD, share());
    lesson.server({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    lesson.wait(SHARER_GRACE_MS - 1);
    expect(lesson.state.screen).not.toBeNull();
    lesson.wait(1);
    expect(lesson.state.screen).toBeNull();
    expect(last(lesson.log)).toMatchObject({ type: 'screen.ended', cause: 'link' });
  });

  it('[SH6] of a classroom’s screen other classrooms see as much as of its camera', () => {
    const lesson = LessonDriver.live();
    const screen = { trackId: 's', peerId: 'r1', source: 'screen' } as const;
    const watches = () => ['r2', 'own', LEAD_PEER].filter((peerId) => mayWatch(lesson.state, peerId, screen));
    lesson.do(LEAD, give('r1'));
    expect(watches()).toEqual(['r2', 'own', LEAD_PEER]);
    lesson.do(LEAD, { ...give('r1'), listen: true });
    expect(watches()).toEqual([LEAD_PEER]);
    lesson.do(LEAD, { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null });
    expect(watches()).toEqual([LEAD_PEER]);
  });

  it('[SH2] whatever happens, at most one peer may send a screen, and a board only with a turn', () => {
    const step = fc.oneof(
      fc.constantFrom('r1', 'r2').map((room) => ({ actor: LEAD, command: give(room) })),
      fc
        .constantFrom(LEAD, board('r1'), board('r2'))
        .chain((actor) =>
          fc.constantFrom(share('detail'), share('motion'), STOP).map((command) => ({ actor, command })),
        ),
      fc.constant({ actor: LEAD, command: { type: 'floor.clear' } as const }),
      fc.nat(40_000).map((wait) => ({ wait })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const lesson = LessonDriver.live();
        for (const one of steps) {
          if ('wait' in one) lesson.wait(one.wait);
          else lesson.do(one.actor, one.command);
          const sharers = [LEAD_PEER, 'r1', 'r2'].filter((peerId) => sends(lesson, peerId).length > 0);
          expect(sharers.length).toBeLessThanOrEqual(1);
          for (const peerId of sharers.filter((id) => id !== LEAD_PEER))
            expect(lesson.state.floor.turns.some(({ classroomId }) => classroomId === peerId)).toBe(true);
        }
      }),
    );
  });
});
