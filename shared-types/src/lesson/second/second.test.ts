import { describe, expect, it } from 'vitest';
import type { Command } from '../../protocol/commands.ts';
import type { Actor } from '../../roles.ts';
import { WELL_FORMED } from '../../testing/hostile.ts';
import { inkOn } from '../../testing/ink-moves.ts';
import { board, LEAD, LessonDriver, pupil, second } from '../../testing/lesson-driver.ts';
import { SECONDS_FIRST_MS } from '../acting/seconds-first.ts';
import { LEAD_GRACE_MS } from '../deadlines.ts';
import { evolveAll } from '../fold.ts';
import { mayPublish, mayWatch } from '../media-rules.ts';
import { nameRight } from '../names.ts';
import { UNPREPARED } from '../question/unprepared.ts';
import { EMPTY_LESSON } from '../state.ts';
import { viewFor } from '../view.ts';

const phone = (classroomId: string): Actor => ({ role: 'phone', classroomId, deviceId: `phone-${classroomId}` });
const lead = { kind: 'lead' } as const;
const peer = (staffId: string) => ({ kind: 'second', staffId }) as const;
const came = (lesson: LessonDriver, staffId: string) => lesson.server({ type: 'peer.came', peer: peer(staffId) });
const went = (lesson: LessonDriver, staffId: string) =>
  lesson.server({ type: 'peer.went', peer: peer(staffId), cause: 'link' });
const give = (classroomId: string, seatId: string | null = null) =>
  ({ type: 'turn.give', classroomId, seatId, seconds: null }) as const;
const TRUE_FALSE: Command = { ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 30 };

/** A running lesson with two second teachers, of whom t2 is here. */
function named(...seatIds: readonly string[]): LessonDriver {
  const lesson = LessonDriver.live(...seatIds);
  lesson.server({ type: 'peer.came', peer: lead });
  lesson.name('t2', 't3');
  came(lesson, 't2');
  return lesson;
}

function missed(lesson: LessonDriver): LessonDriver {
  lesson.server({ type: 'peer.went', peer: lead, cause: 'link' });
  lesson.wait(LEAD_GRACE_MS);
  return lesson;
}

function acting(...seatIds: readonly string[]): LessonDriver {
  const lesson = named(...seatIds);
  expect(lesson.do(LEAD, { type: 'lead.hand', to: 't2' })).toBeNull();
  return lesson;
}

describe('second teachers', () => {
  it('[LD6] are named before and during the lesson; the log alone tells who they are and who is here', () => {
    const lesson = new LessonDriver();
    lesson.name('t2');
    expect(lesson.state.seconds).toEqual({ t2: { online: false } });
    lesson.name('t2', 't3');
    came(lesson, 't3');
    const { length } = lesson.log;
    came(lesson, 't3');
    lesson.prepare(lesson.planned);
    came(lesson, 'nobody');
    expect(lesson.log).toHaveLength(length);
    lesson.name('t3');
    expect(lesson.state.seconds).toEqual({ t3: { online: true } });
    expect(evolveAll(EMPTY_LESSON, lesson.log)).toEqual(lesson.state);
  });

  it('[LD6] nobody but a named one does anything, and a named one nothing before holding the lead', () => {
    const lesson = named('r1-s1');
    const { state } = lesson;
    for (const command of Object.values(WELL_FORMED)) {
      const colleague = lesson.do(second('colleague'), command);
      expect([command.type, colleague]).toEqual([command.type, 'not-allowed']);
      const one = lesson.do(second('t2'), command);
      const own = command.type === 'lead.take' ? 'lead/here' : command.type === 'lead.give-back' ? null : 'not-allowed';
      expect([command.type, one]).toEqual([command.type, own]);
    }
    expect(lesson.state).toBe(state);
  });

  it('[LD6] [LD3] the lead goes to one who is here, to a classroom, to another, and back; both lead meanwhile', () => {
    const lesson = named();
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 't3' })).toBe('lead/second-away');
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 'colleague' })).toBe('classroom/unknown');
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 'r1' })).toBeNull();
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 't2' })).toBeNull();
    expect(lesson.do(board('r1'), give('r2'))).toBe('not-allowed');
    expect(lesson.do(second('t2'), give('r2'))).toBeNull();
    came(lesson, 't3');
    expect(lesson.do(second('t3'), give('r1'))).toBe('not-allowed');
    expect(lesson.do(LEAD, give('own'))).toBeNull();
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 't3' })).toBeNull();
    expect(lesson.do(second('t2'), give('r2'))).toBe('not-allowed');
    expect(lesson.do(LEAD, { type: 'lead.take-back' })).toBeNull();
    expect(lesson.do(second('t3'), give('r1'))).toBe('not-allowed');
    expect(lesson.state).toMatchObject({ acting: null, floor: { turns: [{ classroomId: 'own' }] } });
  });

  it('[LD7] while the lead teacher is missed one who is here comes before the classrooms, for 20 s', () => {
    const lesson = missed(named());
    expect(lesson.do(phone('r1'), { type: 'lead.take' })).toBe('lead/second-first');
    lesson.wait(SECONDS_FIRST_MS - 1);
    expect(lesson.do(board('r1'), { type: 'lead.take' })).toBe('lead/second-first');
    expect(lesson.do(second('t2'), { type: 'lead.take' })).toBeNull();
    expect(lesson.do(board('r1'), { type: 'lead.take' })).toBe('lead/taken');
    const idle = missed(named());
    idle.wait(SECONDS_FIRST_MS);
    expect(idle.do(board('r1'), { type: 'lead.take' })).toBeNull();
    expect(idle.do(second('t2'), { type: 'lead.take' })).toBe('lead/taken');
    const alone = named();
    went(alone, 't2');
    expect(missed(alone).do(board('r1'), { type: 'lead.take' })).toBeNull();
  });

  it('[LD5] [LD6] the lead is given back, lost 10 s after the teacher went, or with the name; turns end where nobody leads then', () => {
    const back = missed(acting());
    back.do(second('t2'), give('r2'));
    expect(back.do(second('t2'), { type: 'lead.give-back' })).toBeNull();
    expect(back.state).toMatchObject({ acting: null, floor: { turns: [] } });

    const lost = missed(acting());
    lost.do(second('t2'), give('r2'));
    went(lost, 't2');
    lost.wait(LEAD_GRACE_MS - 1);
    came(lost, 't2');
    lost.wait(LEAD_GRACE_MS);
    expect(lost.state.acting).toEqual({ by: 't2', awaySince: null });
    went(lost, 't2');
    lost.wait(LEAD_GRACE_MS);
    expect(lost.state).toMatchObject({ acting: null, floor: { turns: [] } });

    const unnamed = acting();
    unnamed.do(second('t2'), give('r2'));
    unnamed.name('t3');
    expect(unnamed.state).toMatchObject({ acting: null, floor: { turns: [{ classroomId: 'r2' }] } });
    expect(unnamed.do(second('t2'), give('r1'))).toBe('not-allowed');
    expect(evolveAll(EMPTY_LESSON, unnamed.log)).toEqual(unnamed.state);
  });

  it('[LD4] [LD6] with the lead: slides, ink, questions without words, the buzzer, and the turn for a class or a raised hand', () => {
    const lesson = acting('r1-s1', 'r1-s2');
    const t2 = second('t2');
    lesson.server({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
    expect(lesson.do(t2, { type: 'page.turn', page: 2 })).toBeNull();
    expect(lesson.do(t2, inkOn(lesson.state, 'a', false))).toBeNull();
    expect(lesson.state.ink.sheets['deck:d1:2']?.strokes).toMatchObject([{ by: 't2' }]);
    expect(lesson.do(t2, TRUE_FALSE)).toBeNull();
    expect(lesson.do(t2, { ...TRUE_FALSE, prompt: '看这里' } as Command)).toBe('not-allowed');
    lesson.do(t2, { type: 'round.dismiss', roundId: lesson.state.round?.roundId ?? '' });
    expect(lesson.do(t2, give('r1', 'r1-s1'))).toBe('not-allowed');
    lesson.do(pupil('r1-s1'), { type: 'hand.raise' });
    expect(lesson.do(t2, give('r1', 'r1-s1'))).toBeNull();
    expect(lesson.do(t2, { type: 'turn.end', turnId: lesson.state.floor.turns[0]?.turnId ?? '' })).toBeNull();
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'teacher' });
  });

  it('[LD6] [NM1] sees what boards see, and raised hands by class and number: no name, seat, word or single answer', () => {
    const lesson = acting('r1-s1');
    lesson.do(LEAD, TRUE_FALSE);
    const roundId = lesson.state.round?.roundId ?? '';
    lesson.do(pupil('r1-s1'), { type: 'answer.give', roundId, answer: { kind: 'true-false', value: true } });
    lesson.do(pupil('r1-s1'), { type: 'hand.raise' });
    lesson.do(board('r1'), { type: 'word.say', word: 'slower' });
    const view = viewFor(second('t2'), lesson.state);
    expect(view.hands).toMatchObject([{ classroomId: 'r1', number: 1 }]);
    expect(view.round).toMatchObject({ answered: { r1: 1 }, answers: {} });
    expect(view).toMatchObject({ words: [], heard: null, links: {}, selfTests: {}, scores: {} });
    for (const room of Object.values(view.classrooms)) {
      expect(room).toMatchObject({ seats: {}, ticket: '', tablets: {} });
      expect(nameRight(second('t2'), room, false)).toBe('none');
      expect(nameRight(second('t2'), { ...room, givenNames: true }, false)).toBe('given');
    }
  });

  it('[LD6] [FL8] receives the lead teacher and the turns, and publishes nothing, with the lead or without', () => {
    const lesson = acting();
    const track = (peerId: string) => ({ trackId: peerId, peerId, source: 'microphone' }) as const;
    expect(mayWatch(lesson.state, 't2', track('lead'))).toBe(true);
    expect(mayWatch(lesson.state, 't2', track('r1'))).toBe(false);
    lesson.do(second('t2'), give('r1'));
    expect(mayWatch(lesson.state, 't2', track('r1'))).toBe(true);
    for (const source of ['camera', 'microphone', 'screen'] as const) {
      expect(mayPublish(lesson.state, 't2', source, lesson.now)).not.toBeNull();
    }
  });
});
