import { describe, expect, it, test } from 'vitest';
import { board, LEAD, LessonDriver, pupil, shared } from '../../../testing/lesson-driver.ts';
import { QuestionDriver } from '../../../testing/question-driver.ts';
import { ANSWERS, single, TASKS } from '../../../testing/questions.ts';
import { nextDeadline } from '../../deadlines.ts';
import type { TaskKind } from '../../question/task.ts';
import { viewFor } from '../../view.ts';

const KINDS = Object.keys(TASKS) as TaskKind[];

describe('the stages of a question', () => {
  it.each(KINDS)('[QZ1] a question of the kind %s is asked, answered, counted and revealed', (kind) => {
    const asked = new QuestionDriver(TASKS[kind], ['r1-s1', 'r1-s2']);
    const { task } = asked.round;
    const right =
      task.kind === 'order' ? { kind: 'order' as const, keys: [...(task.correct ?? [])] } : ANSWERS[kind][1];
    const wrong =
      task.kind === 'order' ? { kind: 'order' as const, keys: [...(task.correct ?? [])].reverse() } : ANSWERS[kind][0];
    expect([asked.answer('r1-s1', wrong), asked.answer('r1-s2', right)]).toEqual([null, null]);
    const other = kind === 'photo' ? ANSWERS.text[0] : ANSWERS.photo[0];
    expect(asked.answer('r1-s1', other)).toBe('question/no-such-choice');
    asked.reveal();
    expect(asked.round.tally?.r1).toMatchObject({ expected: 2, answered: 2, right: kind === 'photo' ? null : 1 });
    expect(asked.lesson.state.scores).toEqual(kind === 'photo' ? {} : { 'r1-s2': 1 });
  });

  it('[QZ10] is read first: answers wait, hands too, and the countdown begins with the answers', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1'], { readSeconds: 10, seconds: 30 });
    const { lesson } = asked;
    const opensAt = lesson.now + 10_000;
    expect(asked.round).toMatchObject({ phase: 'reading', opensAt, closesAt: opensAt + 30_000 });
    expect(nextDeadline(lesson.state)).toBe(opensAt);
    lesson.now = opensAt - 1;
    expect(asked.answer('r1-s1', single('B'))).toBe('question/not-open-yet');
    expect(asked.hands('r1', { A: 1 })).toBe('question/not-open-yet');
    lesson.wait(1);
    expect(asked.round.phase).toBe('open');
    expect(asked.answer('r1-s1', single('B'))).toBeNull();
    expect(nextDeadline(lesson.state)).toBe(asked.round.takesUntil);
  });

  it('[QZ10] an answer of the very instant opens the question, and one that was read only can be closed', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1'], { readSeconds: 1 });
    asked.lesson.now = asked.round.opensAt;
    expect(asked.answer('r1-s1', single('B'))).toBeNull();
    expect(asked.round.phase).toBe('open');
    const early = new QuestionDriver(TASKS.single, ['r1-s1'], { readSeconds: 1 });
    expect(early.lead('question.reveal')).toBe('round/not-closed');
    const { roundId } = early.round;
    expect(early.lesson.do(LEAD, { type: 'round.close', roundId })).toBeNull();
    expect(early.round.phase).toBe('closed');
    expect(early.answer('r1-s1', single('B'))).toBe('round/closed');
  });

  it('[QZ10] who comes late gets the open question in the view', () => {
    const { lesson, round } = new QuestionDriver(TASKS.single, ['r1-s1'], { prompt: '1 + 1' });
    lesson.wait(20_000);
    const view = viewFor(pupil('r1-s2'), lesson.state);
    expect(view.round).toMatchObject({
      roundId: round.roundId,
      prompt: '1 + 1',
      phase: 'open',
      closesAt: round.closesAt,
    });
  });

  it('[QZ12] a right answer may be set between close and reveal, if it can be one', () => {
    const asked = new QuestionDriver({ ...TASKS.single, correct: null }, ['r1-s1', 'r1-s2']);
    asked.answer('r1-s1', single('A'));
    asked.answer('r1-s2', single('C'));
    expect(asked.mark('A')).toBe('round/not-closed');
    asked.close();
    for (const wrong of [true, ['A'], { value: 1, tolerance: 0 }, 'E']) {
      expect(asked.mark(wrong as never)).toBe('question/no-such-choice');
    }
    expect([asked.mark('A'), asked.mark('C')]).toEqual([null, null]);
    expect(viewFor(board('r1'), asked.lesson.state).round).toMatchObject({ task: { correct: null } });
    asked.lead('question.reveal');
    expect(asked.lesson.state.scores).toEqual({ 'r1-s2': 1 });
    expect(viewFor(board('r1'), asked.lesson.state).round).toMatchObject({ task: { correct: 'C' } });
    expect(asked.mark('A')).toBe('round/closed');
  });

  it('[QZ13] the explanation comes after the reveal, and not before for anybody but the lead teacher', () => {
    const asked = new QuestionDriver(TASKS.single, [], { explanation: '因为一加一' });
    const seen = () => viewFor(board('r1'), asked.lesson.state).round;
    expect(viewFor(LEAD, asked.lesson.state).round).toMatchObject({ explanation: '因为一加一' });
    asked.close();
    expect(asked.lead('question.explain')).toBe('round/not-revealed');
    asked.lead('question.reveal');
    expect(seen()).toMatchObject({ phase: 'revealed', explanation: '' });
    expect(asked.lead('question.explain')).toBeNull();
    expect(seen()).toMatchObject({ phase: 'explained', explanation: '因为一加一' });
    const silent = new QuestionDriver(TASKS.single);
    silent.reveal();
    expect(silent.lead('question.explain')).toBe('question/no-explanation');
  });

  it('[QZ16] with keys only, tablets get nothing to read, and boards do', () => {
    const words = { prompt: '几？', picture: 'ef'.repeat(32) };
    const asked = new QuestionDriver(TASKS.single, ['r1-s1'], { ...words, onTablet: 'keys' });
    const { state } = asked.lesson;
    for (const tablet of [pupil('r1-s1'), shared('r1', 't1')]) {
      expect(viewFor(tablet, state).round).toMatchObject({ prompt: '', picture: null });
      expect(JSON.stringify(viewFor(tablet, state).round)).not.toContain('B.');
    }
    expect(viewFor(board('r1'), state).round).toMatchObject(words);
    const whole = new QuestionDriver(TASKS.single, ['r1-s1'], { ...words, onTablet: 'question' });
    expect(viewFor(pupil('r1-s1'), whole.lesson.state).round).toMatchObject(words);
  });
});

test('[QZ18] a pupil answers whatever else is lost: camera covered, turn over, hand down, board and teacher gone', () => {
  const asked = new QuestionDriver(TASKS.single, ['r1-s1']);
  const { lesson } = asked;
  const losses: readonly (() => unknown)[] = [
    () => lesson.do(board('r1'), { type: 'camera.cover' }),
    () => lesson.do(pupil('r1-s1'), { type: 'hand.raise' }),
    () => lesson.do(LEAD, { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 5 }),
    () => lesson.do(LEAD, { type: 'hands.clear' }),
    () => lesson.do(board('r1'), { type: 'door.close' }),
    () => lesson.do(LEAD, { type: 'lesson.score-settings', points: false, streaks: false }),
    () => lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r1' }, cause: 'x' }),
    () => lesson.server({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'x' }),
    () => lesson.server({ type: 'peer.went', peer: { kind: 'seat', classroomId: 'r1', seatId: 'r1-s1' }, cause: 'x' }),
    () => lesson.do(board('r1'), { type: 'classroom.leave' }),
  ];
  for (const [nth, lose] of losses.entries()) {
    lose();
    expect(asked.answer('r1-s1', single(nth % 2 ? 'A' : 'B'))).toBeNull();
  }
  expect(asked.round.answers['r1-s1']?.answer).toEqual(single('A'));
});

test('[QZ5] a reveal of fifty classrooms is told in portions of less than 4 kB, and folds into one tally', () => {
  const rooms = Array.from({ length: 50 }, (_, nth) => `a-classroom-of-${100 + nth}`);
  const settings = { schoolId: 'village', own: false, cameraAllowed: true, givenNames: false };
  const many = rooms.map((classroomId) => {
    return { ...settings, classroomId, name: classroomId, seats: [{ seatId: `${classroomId}-s1`, number: 1 }] };
  });
  const lesson = new LessonDriver(0, many);
  lesson.do(LEAD, { type: 'lesson.start' });
  const asked = new QuestionDriver(TASKS.single, [], {}, lesson);
  for (const room of rooms) expect(asked.hands(room, { B: 1 })).toBeNull();
  asked.reveal();
  const told = asked.lesson.log.filter(({ type }) => type === 'question.revealed' || type === 'question.tallied');
  expect(told.length).toBeGreaterThan(1);
  for (const event of asked.lesson.log) expect(JSON.stringify(event).length).toBeLessThan(4_096);
  expect(Object.keys(asked.round.tally ?? {})).toEqual(rooms);
  expect(Object.keys(asked.lesson.state.standings)).toEqual(rooms);
});
