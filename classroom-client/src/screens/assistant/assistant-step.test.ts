import { type Command, UNPREPARED } from '@tongke/shared-types';
import { describe, expect, it } from 'vitest';
import { asked, sharedTablets } from '../../testing/asked.ts';
import { board, createFixture, type Fixture, guest, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { assistantStep } from './assistant-step.ts';

function stepOf(lesson: Fixture, classroomId = 'c1') {
  const { view } = lesson.snapshot(board(classroomId));
  const room = view.classrooms[classroomId];
  if (!room) throw new Error('The fixture has no such classroom.');
  return assistantStep(view, room);
}

const QUESTION: Command = {
  ...UNPREPARED,
  prompt: '二分之一加四分之一?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '四分之三' },
      { key: 'B', text: '六分之二' },
    ],
    correct: 'A',
  },
  seconds: 60,
};

describe('the one next action of an assistant', () => {
  it('waits for the board, then for its tap, before anything else', () => {
    const lesson = createFixture({ live: false });
    expect(stepOf(lesson).kind).toBe('waitBoard');
    lesson.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'c1' } });
    expect(stepOf(lesson)).toMatchObject({ kind: 'notReady', action: null });
  });

  it('[RO7] opens the door while pupils are missing, and closes it again', () => {
    const lesson = createFixture({ live: false });
    lesson.report({ type: 'peer.came', peer: { kind: 'board', classroomId: 'c1' } });
    lesson.send(board('c1'), { type: 'board.ready' });
    expect(stepOf(lesson)).toMatchObject({ kind: 'join', action: { command: { type: 'door.open' } } });
    lesson.send(board('c1'), { type: 'door.open' });
    expect(stepOf(lesson)).toMatchObject({ kind: 'door', action: { command: { type: 'door.close' } } });
  });

  it('[FL4] raises and lowers the hand for the class in a quiet lesson', () => {
    const lesson = createFixture();
    expect(stepOf(lesson)).toMatchObject({ kind: 'listen', action: { command: { type: 'hand.raise' } } });
    lesson.send(board('c1'), { type: 'hand.raise' });
    expect(stepOf(lesson)).toMatchObject({ kind: 'handUp', action: { command: { type: 'hand.lower' } } });
  });

  it('[FL3] ends the own turn before all else, and only listens to another', () => {
    const lesson = createFixture();
    lesson.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: seatIdOf('c1', 2), seconds: 60 });
    lesson.send(guest('c1', 'another'), { type: 'seat.request', seatId: seatIdOf('c1', 1) });
    const [turn] = lesson.state().floor.turns;
    expect(stepOf(lesson)).toMatchObject({
      kind: 'turn',
      seat: { seatId: seatIdOf('c1', 2) },
      action: { command: { type: 'turn.end', turnId: turn?.turnId } },
    });
    expect(stepOf(lesson, 'c2')).toMatchObject({ kind: 'otherTurn', classroom: '五班', action: null });
  });

  it('[RO4] puts a waiting device before rounds', () => {
    const lesson = createFixture();
    lesson.send(LEAD, QUESTION);
    lesson.send(guest('c1', 'another'), { type: 'seat.request', seatId: seatIdOf('c1', 1) });
    expect(stepOf(lesson)).toMatchObject({
      kind: 'request',
      action: { command: { type: 'seat.allow', seatId: seatIdOf('c1', 1), at: expect.any(Number) } },
    });
  });

  it('[QZ4] follows a question: answering, all answered, closed, revealed', () => {
    // The fixture's last child of each room is absent, and nobody waits for that one.
    const lesson = createFixture({ pupils: 3 });
    lesson.send(LEAD, QUESTION);
    const roundId = lesson.state().round?.roundId ?? '';
    expect(stepOf(lesson).kind).toBe('question');
    lesson.send(pupil('c1', 1), { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } });
    lesson.send(board('c1'), { type: 'handcount.set', roundId, counts: { B: 1 } });
    expect(stepOf(lesson).kind).toBe('question');
    lesson.send(pupil('c1', 2), { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'B' } });
    expect(stepOf(lesson).kind).toBe('answered');
    lesson.close();
    lesson.send(LEAD, { type: 'question.reveal', roundId });
    expect(stepOf(lesson).kind).toBe('revealed');
  });

  it('[LS4] says how to come back after the room has left', () => {
    const lesson = createFixture();
    lesson.send(board('c1'), { type: 'classroom.leave' });
    expect(stepOf(lesson)).toMatchObject({ kind: 'left', action: null });
  });

  it('[QZ10] [QZ13] says when the question is read and when it is explained', () => {
    expect(stepOf(asked('single', 'reading')).kind).toBe('reading');
    expect(stepOf(asked('single', 'explained')).kind).toBe('explained');
  });

  it('[RO10] puts a tablet that asks to be shared after a change of tablets, and before rounds', () => {
    const lesson = sharedTablets(asked('single', 'open'), 0, 1);
    expect(stepOf(lesson)).toMatchObject({
      kind: 'tablet',
      action: { command: { type: 'tablet.allow', tabletId: 'tablet-1' } },
    });
    lesson.send(guest('c1', 'another'), { type: 'seat.request', seatId: seatIdOf('c1', 1) });
    expect(stepOf(lesson).kind).toBe('request');
  });
});
