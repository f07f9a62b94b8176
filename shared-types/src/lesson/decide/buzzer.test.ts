import { describe, expect, it } from 'vitest';
import { LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import type { BuzzerRound } from '../state.ts';

function open(...seats: string[]) {
  const lesson = LessonDriver.live(...seats);
  expect(lesson.do(LEAD, { type: 'buzzer.open', seconds: 30 })).toBeNull();
  const round = () => lesson.state.round as BuzzerRound;
  const press = (seatId: string) => lesson.do(pupil(seatId), { type: 'buzzer.press', roundId: round().roundId });
  return { lesson, round, press };
}

describe('buzzer', () => {
  it('[BZ1] opens only in a running lesson', () => {
    expect(new LessonDriver().do(LEAD, { type: 'buzzer.open', seconds: 30 })).toBe('lesson/not-live');
  });

  it('[BZ1] opens only when no other round is unfinished', () => {
    const { lesson } = open();
    expect(lesson.do(LEAD, { type: 'buzzer.open', seconds: 30 })).toBe('round/running');
    lesson.wait(30_000);
    expect(lesson.do(LEAD, { type: 'buzzer.open', seconds: 30 })).toBeNull();
  });

  it('[BZ2] a second press of the same seat is refused and changes nothing', () => {
    const { lesson, press } = open('r1-s1');
    expect(press('r1-s1')).toBeNull();
    const before = lesson.state;
    expect(press('r1-s1')).toBe('buzzer/already-pressed');
    expect(lesson.state).toBe(before);
  });

  it('[BZ3] a press for another round is refused', () => {
    const { lesson } = open('r1-s1');
    expect(lesson.do(pupil('r1-s1'), { type: 'buzzer.press', roundId: 'other' })).toBe('round/other');
  });

  it('[BZ3] a press after the close is refused', () => {
    const { lesson, press } = open('r1-s1');
    lesson.now += 30_000;
    expect(press('r1-s1')).toBe('round/closed');
  });

  it('[BZ4] presses within 400 ms of the first are compared, later ones are not', () => {
    const { lesson, round, press } = open('r1-s1', 'r1-s2', 'r2-s1');
    press('r1-s2');
    lesson.wait(399);
    expect(round().order).toBeNull();
    press('r2-s1');
    lesson.wait(1);
    expect(round().order?.map((p) => p.seatId)).toEqual(['r1-s2', 'r2-s1']);
    expect(press('r1-s1')).toBe('round/closed');
  });

  it('[BZ4] the decision never falls after the close', () => {
    const { lesson, round, press } = open('r1-s1');
    lesson.now = round().closesAt - 1;
    press('r1-s1');
    expect(round().decidesAt).toBe(round().closesAt);
  });

  it('[BZ5] of two presses in one millisecond the smaller seat id is first, and one point is given', () => {
    const { lesson, round, press } = open('r1-s1', 'r2-s1');
    press('r2-s1');
    press('r1-s1');
    lesson.wait(400);
    expect(round().order?.map((p) => p.seatId)).toEqual(['r1-s1', 'r2-s1']);
    expect(lesson.state.scores).toEqual({ 'r1-s1': 1 });
  });

  it('[BZ6] without a press nobody wins at the close', () => {
    const { lesson, round } = open('r1-s1');
    lesson.wait(30_000);
    expect(round().order).toEqual([]);
    expect(lesson.state.scores).toEqual({});
  });

  it('[BZ6] the lead teacher may end the waiting', () => {
    const { lesson, round, press } = open('r1-s1');
    press('r1-s1');
    expect(lesson.do(LEAD, { type: 'round.close', roundId: round().roundId })).toBeNull();
    expect(round().order).toHaveLength(1);
  });
});
