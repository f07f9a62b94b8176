import { describe, expect, it } from 'vitest';
import { board, guest, LEAD, pupil, shared } from '../../../testing/lesson-driver.ts';
import { QuestionDriver } from '../../../testing/question-driver.ts';
import { ANSWERS, single, TASKS } from '../../../testing/questions.ts';
import { arrivingIn, expectedOf } from '../../question/expected.ts';
import { viewFor } from '../../view.ts';

function expected(asked: QuestionDriver, room = 'r1') {
  const classroom = asked.lesson.state.classrooms[room];
  if (!classroom) throw new Error('there is no such room');
  return { expected: expectedOf(classroom, asked.round), arriving: arrivingIn(classroom, asked.round) };
}

describe('sources of answers', () => {
  it('[QZ11] a shared tablet answers for children without one, and no others', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1']);
    expect(asked.answerFor(['r1-s2'], single('B'))).toBe('tablet/unknown');
    asked.share('r1');
    expect(asked.answerFor(['r1-s2'], single('B'))).toBeNull();
    expect(asked.answerFor(['r1-s1'], single('B'))).toBe('seat/has-tablet');
    expect(asked.answerFor(['r1-s9'], single('B'))).toBe('seat/unknown');
    expect(asked.round.answers).toMatchObject({ 'r1-s2': { source: 'shared', answer: single('B') } });
    expect(asked.round.answered).toEqual({ r1: 1 });
    // The child gets a tablet after all: its answer is its own from then on.
    asked.lesson.do(guest('r1', 'late'), { type: 'seat.claim', seatId: 'r1-s2' });
    expect(asked.answer('r1-s2', single('B'))).toBeNull();
    expect(asked.round.answers['r1-s2']?.source).toBe('tablet');
    expect(asked.round.answered).toEqual({ r1: 1 });
  });

  it('[QZ11] a team talks first; its answer counts for each member, once', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1']);
    asked.share('r1');
    const team = ['r1-s2', 'r1-s3', 'r1-s3'];
    asked.lesson.wait(4_999);
    expect(asked.answerFor(team, single('B'))).toBe('question/team-talks');
    expect(asked.answerFor(['r1-s2'], single('A'))).toBeNull();
    asked.lesson.wait(1);
    expect(asked.answerFor(team, single('B'))).toBeNull();
    expect(asked.round.answered).toEqual({ r1: 2 });
    expect(asked.round.answers).toMatchObject({ 'r1-s2': { source: 'team' }, 'r1-s3': { source: 'team' } });
    asked.reveal();
    expect(asked.lesson.state.scores).toEqual({ 'r1-s2': 1, 'r1-s3': 1 });
    const short = new QuestionDriver(TASKS.single, [], { seconds: 6 });
    short.share('r1');
    short.lesson.wait(3_000);
    expect(short.answerFor(['r1-s2', 'r1-s3'], single('B'))).toBeNull();
  });

  it('[QZ11] [VW2] a shared tablet learns who of its room has answered, and not what', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1', 'r2-s1']);
    asked.share('r1');
    asked.answer('r1-s1', single('B'));
    asked.answer('r2-s1', single('B'));
    const { round } = viewFor(shared('r1', 't1'), asked.lesson.state);
    expect(round).toMatchObject({
      answers: { 'r1-s1': { answer: null, source: 'tablet' } },
      answered: {},
    });
    expect(Object.keys(round?.kind === 'question' ? round.answers : {})).toEqual(['r1-s1']);
  });

  it('[QZ4] hands are counted for right and wrong where they cannot say the answer', () => {
    const asked = new QuestionDriver(TASKS.text, ['r1-s1']);
    expect(asked.hands('r1', { A: 1 })).toBe('question/no-such-choice');
    expect(asked.hands('r1', { right: 2, wrong: 1 })).toBeNull();
    expect(asked.answer('r1-s1', ANSWERS.text[0])).toBeNull();
    expect(asked.round.handCounts).toEqual({ r1: { right: 2, wrong: 0 } });
    asked.reveal();
    expect(asked.round.tally?.r1).toEqual({ expected: 3, answered: 3, right: 2, counts: {} });
    const told = new QuestionDriver(TASKS['true-false']);
    expect(told.hands('r1', { true: 1, false: 2 })).toBeNull();
    told.reveal();
    expect(told.round.tally?.r1).toEqual({ expected: 3, answered: 3, right: 2, counts: { true: 1, false: 2 } });
  });

  it('[QZ9] expected are the tablets that were here during the question, and the roll where everybody can answer', () => {
    const asked = new QuestionDriver(TASKS.single, ['r1-s1', 'r1-s2']);
    expect(expected(asked)).toEqual({ expected: 2, arriving: 0 });
    asked.share('r1');
    expect(expected(asked).expected).toBe(3);
    asked.lesson.do(board('r1'), { type: 'tablet.deny', tabletId: 't1' });
    expect(expected(asked).expected).toBe(2);
    asked.hands('r1', { A: 1 });
    expect(expected(asked).expected).toBe(3);
    expect(expected(asked, 'r2').expected).toBe(0);
  });

  it('[QZ9] a link that is lost during the question is waited for until the close, and stays expected', () => {
    const before = new QuestionDriver(TASKS.single, ['r1-s1', 'r1-s2']);
    const { lesson } = before;
    const peer = (seatId: string) => ({ kind: 'seat', classroomId: 'r1', seatId }) as const;
    before.lead('round.dismiss');
    lesson.server({ type: 'peer.went', peer: peer('r1-s2'), cause: 'x' });
    lesson.wait(1);
    before.ask(TASKS.single);
    expect(expected(before)).toEqual({ expected: 1, arriving: 0 });
    lesson.server({ type: 'peer.went', peer: peer('r1-s1'), cause: 'x' });
    expect(expected(before)).toEqual({ expected: 1, arriving: 1 });
    lesson.now = before.round.closesAt + 1_000;
    expect(expected(before).arriving).toBe(1);
    expect(before.answer('r1-s1', single('B'))).toBeNull();
    expect(expected(before)).toEqual({ expected: 1, arriving: 0 });
    before.close();
    lesson.do(guest('r1', 'new'), { type: 'seat.claim', seatId: 'r1-s3' });
    expect(expected(before)).toEqual({ expected: 1, arriving: 0 });
  });

  it('[RO10] a tablet is handed round when the assistant allows it, until it is taken back or takes a seat', () => {
    const { lesson } = new QuestionDriver(TASKS.single, ['r1-s1']);
    const tablets = () => lesson.state.classrooms.r1?.tablets ?? {};
    const share = (device: string, tabletId: string) =>
      lesson.do(guest('r1', device), { type: 'tablet.share', tabletId });
    expect([share('d1', 't1'), share('d2', 't2'), share('d2', 't1')]).toEqual([null, null, 'tablet/unknown']);
    expect(tablets()).toMatchObject({ t1: { number: 1, allowed: false }, t2: { number: 2, allowed: false } });
    expect(share('d2', 't3')).toBeNull();
    expect(Object.keys(tablets())).toEqual(['t1', 't3']);
    expect(lesson.do(board('r1'), { type: 'tablet.allow', tabletId: 't2' })).toBe('tablet/unknown');
    expect(lesson.do(board('r1'), { type: 'tablet.allow', tabletId: 't1' })).toBeNull();
    expect(tablets().t1).toMatchObject({ allowed: true, online: true });
    lesson.do(shared('r1', 't1'), { type: 'tablet.leave' });
    expect(Object.keys(tablets())).toEqual(['t3']);
    lesson.do(board('r1'), { type: 'tablet.allow', tabletId: 't3' });
    lesson.do(guest('r1', 'd2'), { type: 'seat.claim', seatId: 'r1-s2' });
    expect(tablets()).toEqual({});
    share('d4', 't4');
    lesson.do(board('r1'), { type: 'room.reset' });
    expect(tablets()).toEqual({});
  });

  it('[RO10] a device that is allowed leaves its seat elsewhere, and no more than eight wait', () => {
    const { lesson } = new QuestionDriver(TASKS.single);
    lesson.do(guest('r2', 'd1'), { type: 'seat.claim', seatId: 'r2-s1' });
    lesson.do(guest('r1', 'd1'), { type: 'tablet.share', tabletId: 't1' });
    lesson.do(board('r1'), { type: 'tablet.allow', tabletId: 't1' });
    expect(lesson.state.classrooms.r2?.seats['r2-s1']?.device).toBeNull();
    const ask = (n: number) => lesson.do(guest('r1', `d${n}`), { type: 'tablet.share', tabletId: `t${n}` });
    for (let n = 2; n <= 8; n += 1) expect(ask(n)).toBeNull();
    expect(ask(9)).toBe('tablet/too-many');
  });

  it('[QZ14] one answer leaves when the lead teacher shows it, masked, and nothing else with it', () => {
    const asked = new QuestionDriver(TASKS.text, ['r1-s1', 'r1-s2', 'r2-s1']);
    asked.answer('r1-s1', ANSWERS.text[0]);
    asked.answer('r1-s2', ANSWERS.text[1]);
    asked.answer('r2-s1', { kind: 'text', text: '坏天水！' });
    expect(asked.show({ by: 'seat', seatId: 'r1-s1' })).toBe('round/not-closed');
    asked.close();
    expect(asked.show({ by: 'seat', seatId: 'r1-s3' })).toBe('question/no-such-answer');
    expect(asked.show({ by: 'seat', seatId: 'r1-s1' })).toBeNull();
    const seen = () => viewFor(board('r2'), asked.lesson.state).round;
    const item = {
      by: 'seat',
      classroomId: 'r1',
      seatId: 'r1-s1',
      number: 1,
      answer: { kind: 'text', text: '＊天水' },
    };
    expect(seen()).toMatchObject({ shown: [{ ...item, right: null }], answers: {} });
    expect(JSON.stringify(seen())).not.toContain('兰州');
    expect(asked.round.answers['r1-s1']?.answer).toEqual(ANSWERS.text[0]);
    asked.lead('question.reveal');
    expect(asked.show({ by: 'group', group: '坏天水' })).toBeNull();
    expect(seen()).toMatchObject({ shown: [{ by: 'seat' }, { by: 'group', label: '＊天水', count: 2, right: false }] });
    const { length } = asked.lesson.log;
    expect(asked.show({ by: 'group', group: '坏天水' })).toBeNull();
    expect(asked.lesson.log).toHaveLength(length);
    expect(
      asked.lesson.do(board('r1'), {
        type: 'question.show-answer',
        roundId: asked.round.roundId,
        item: { by: 'seat', seatId: 'r1-s1' },
      }),
    ).toBe('not-allowed');
  });

  it('[QZ14] while nobody can tell what a text may show, it stays off the boards', () => {
    const asked = new QuestionDriver(TASKS.text, ['r1-s1']);
    asked.answer('r1-s1', ANSWERS.text[1]);
    asked.close();
    asked.lesson.masked = () => null;
    expect(asked.show({ by: 'seat', seatId: 'r1-s1' })).toBe('question/text-not-checked');
    expect(asked.show({ by: 'group', group: '兰州' })).toBe('question/text-not-checked');
    expect(asked.round.shown).toEqual([]);
  });

  it('[QZ14] a photo is shown by its hash; numbers are told in groups by the reveal', () => {
    const photos = new QuestionDriver(TASKS.photo, ['r1-s1']);
    photos.answer('r1-s1', ANSWERS.photo[0]);
    photos.close();
    photos.show({ by: 'seat', seatId: 'r1-s1' });
    expect(viewFor(pupil('r2-s1'), photos.lesson.state).round).toMatchObject({ shown: [{ answer: ANSWERS.photo[0] }] });
    const numbers = new QuestionDriver(TASKS.number, ['r1-s1', 'r1-s2', 'r2-s1']);
    numbers.answer('r1-s1', { kind: 'number', value: 3.5 });
    numbers.answer('r1-s2', { kind: 'number', value: 5 });
    numbers.answer('r2-s1', { kind: 'number', value: 5 });
    numbers.reveal();
    expect(viewFor(board('own'), numbers.lesson.state).round).toMatchObject({
      groups: [
        { label: '5', count: 2, right: false },
        { label: '3.5', count: 1, right: true },
      ],
      others: 0,
    });
    expect(numbers.lesson.do(LEAD, { type: 'round.dismiss', roundId: numbers.round.roundId })).toBeNull();
  });
});
