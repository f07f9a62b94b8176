import { describe, expect, it } from 'vitest';
import { type Command, command } from '../protocol/commands.ts';
import type { Actor } from '../roles.ts';
import { WELL_FORMED } from '../testing/hostile.ts';
import { board, guest, LEAD, LessonDriver, pupil } from '../testing/lesson-driver.ts';
import { ask, single, TASKS } from '../testing/questions.ts';
import type { LessonState } from './state.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** A lesson in which r2 has everything a room can have: pupils, a request, a hand, an open door, words, the turn, counted hands. */
function busyLesson(): LessonDriver {
  const lesson = LessonDriver.live('r1-s1', 'r2-s1', 'r2-s2');
  lesson.do(guest('r2', 'waits'), { type: 'seat.request', seatId: 'r2-s1' });
  lesson.do(pupil('r2-s2'), { type: 'hand.raise' });
  lesson.do(guest('r2', 'round'), { type: 'tablet.share', tabletId: 'shared' });
  lesson.do(board('r2'), { type: 'tablet.allow', tabletId: 'shared' });
  lesson.do(guest('r2', 'wants'), { type: 'tablet.share', tabletId: 'asks' });
  lesson.do(board('r2'), { type: 'door.open' });
  lesson.do(board('r2'), { type: 'word.say', word: 'slower' });
  lesson.do(LEAD, { type: 'word.say-to', classroomId: 'r2', word: 'quiet' });
  lesson.do(LEAD, { type: 'turn.give', classroomId: 'r2', seatId: null, seconds: 60 });
  lesson.do(board('r2'), { type: 'screen.share', style: 'detail' });
  lesson.do(board('r2'), { type: 'work.send', photo: 'ab'.repeat(32), seatId: 'r2-s1' });
  lesson.do(LEAD, { type: 'paper.add', photo: null });
  lesson.do(LEAD, { type: 'pens.set', classroomIds: ['r2'], sides: false });
  lesson.do(board('r2'), { ...WELL_FORMED['ink.draw'], sheet: sheetOf(lesson.state) });
  lesson.do(LEAD, ask(TASKS.single));
  lesson.do(pupil('r2-s1'), { type: 'answer.give', roundId: lesson.state.round?.roundId ?? '', answer: single('A') });
  return lesson;
}

/**
 * Every command as somebody of r1 would aim it at what is r2's. `aimed`: it names something of r2, so it is refused. `blind`: it names
 * nothing of a room, so whatever comes of it, r2 does not change. A new command is a type error here until somebody says which it is.
 */
const COMMANDS: {
  readonly [T in Command['type']]:
    | { readonly aimed: (state: LessonState) => readonly Of<T>[] }
    | { readonly blind: (state: LessonState) => Of<T> };
} = {
  'lesson.start': { blind: () => ({ type: 'lesson.start' }) },
  'lesson.end': { blind: () => ({ type: 'lesson.end' }) },
  'lead.hand': { aimed: () => [{ type: 'lead.hand', to: 'r2' }] },
  'lead.take-back': { blind: () => ({ type: 'lead.take-back' }) },
  'lead.take': { blind: () => ({ type: 'lead.take' }) },
  'lead.give-back': { blind: () => ({ type: 'lead.give-back' }) },
  'buzzer.open': { blind: () => ({ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 10 }) },
  'question.open': {
    blind: () => ask(TASKS.text),
  },
  'question.mark': { blind: (state) => ({ type: 'question.mark', roundId: roundOf(state), correct: 'B' }) },
  'question.show-answer': {
    aimed: (state) => [
      { type: 'question.show-answer', roundId: roundOf(state), item: { by: 'seat', seatId: 'r2-s1' } },
    ],
  },
  'question.explain': { blind: (state) => ({ type: 'question.explain', roundId: roundOf(state) }) },
  'lesson.score-settings': { blind: () => ({ type: 'lesson.score-settings', points: false, streaks: true }) },
  'question.reveal': { blind: (state) => ({ type: 'question.reveal', roundId: roundOf(state) }) },
  'round.close': { blind: (state) => ({ type: 'round.close', roundId: roundOf(state) }) },
  'round.dismiss': { blind: (state) => ({ type: 'round.dismiss', roundId: roundOf(state) }) },
  'clock.start': { blind: () => ({ type: 'clock.start', seconds: null }) },
  'clock.pause': { blind: () => ({ type: 'clock.pause' }) },
  'clock.resume': { blind: () => ({ type: 'clock.resume' }) },
  'clock.stop': { blind: () => ({ type: 'clock.stop' }) },
  'praise.give': { aimed: () => [{ type: 'praise.give', classroomId: 'r2', seatId: 'r2-s1', word: 'great' }] },
  'applause.give': { blind: () => ({ type: 'applause.give' }) },
  'works.collect': { blind: () => ({ type: 'works.collect', open: false }) },
  'work.send': { aimed: () => [{ type: 'work.send', photo: 'ef'.repeat(32), seatId: 'r2-s1' }] },
  'work.remove': { aimed: ({ works }) => works.tray.map(({ workId }) => ({ type: 'work.remove', workId })) },
  'works.show': { blind: () => ({ type: 'works.show', workIds: [], revealed: false }) },
  'screen.share': { blind: () => ({ type: 'screen.share', style: 'detail' }) },
  'screen.stop': { blind: () => ({ type: 'screen.stop' }) },
  'deck.choose': { blind: () => ({ type: 'deck.choose', deckId: 'd1' }) },
  'page.turn': { blind: () => ({ type: 'page.turn', page: 2 }) },
  'slides.show': { blind: () => ({ type: 'slides.show', shown: false }) },
  'ink.draw': { blind: (state) => ({ ...WELL_FORMED['ink.draw'], sheet: sheetOf(state) }) },
  'ink.erase': { aimed: (state) => [{ type: 'ink.erase', sheet: sheetOf(state), strokes: ['r2:s1'] }] },
  'ink.undo': { blind: (state) => ({ type: 'ink.undo', sheet: sheetOf(state) }) },
  'ink.clear': { aimed: (state) => [{ type: 'ink.clear', sheet: sheetOf(state) }] },
  'pens.set': { aimed: () => [{ type: 'pens.set', classroomIds: ['r1'], sides: false }] },
  'page.zoom': { blind: () => ({ type: 'page.zoom', region: null }) },
  'paper.add': { blind: () => ({ type: 'paper.add', photo: null }) },
  'paper.show': { blind: () => ({ type: 'paper.show', paperId: null }) },
  'turn.give': { aimed: () => [{ type: 'turn.give', classroomId: 'r2', seatId: 'r2-s1', seconds: 10 }] },
  'turn.end': { aimed: ({ floor }) => [{ type: 'turn.end', turnId: floor.turns[0]?.turnId ?? '' }] },
  'turn.take': {
    aimed: ({ floor }) => [
      { type: 'turn.take', turnId: floor.turns[0]?.turnId ?? '', seatId: 'r2-s1' },
      { type: 'turn.take', turnId: floor.turns[0]?.turnId ?? '', seatId: 'r1-s1' },
    ],
  },
  'turn.accept': { aimed: ({ floor }) => [{ type: 'turn.accept', turnId: floor.turns[0]?.turnId ?? '' }] },
  'microphone.set': { blind: () => ({ type: 'microphone.set', waits: true }) },
  'floor.open': { aimed: () => [{ type: 'floor.open', mode: 'dialogue', classroomIds: ['r1', 'r2'], seconds: 10 }] },
  'name.draw': { aimed: () => [{ type: 'name.draw', classroomId: 'r2' }] },
  'draw.clear': { blind: () => ({ type: 'draw.clear' }) },
  'floor.clear': { aimed: () => [{ type: 'floor.clear' }] },
  'hand.lower': {
    aimed: () => [
      { type: 'hand.lower', classroomId: 'r2', seatId: 'r2-s2' },
      { type: 'hand.lower', seatId: 'r2-s2' },
    ],
  },
  'hands.clear': { blind: () => ({ type: 'hands.clear' }) },
  'link.choose': { aimed: () => [{ type: 'link.choose', classroomId: 'r2', choice: 'voice' }] },
  'pack.report': { blind: () => WELL_FORMED['pack.report'] },
  'self-test.report': { blind: () => WELL_FORMED['self-test.report'] },
  'word.say': { aimed: () => [{ type: 'word.say', word: 'call-on', seatId: 'r2-s1' }] },
  'word.say-to': { aimed: () => [{ type: 'word.say-to', classroomId: 'r2', word: 'quiet' }] },
  'word.acknowledge': {
    aimed: ({ words }) => words.map(({ wordId }) => ({ type: 'word.acknowledge', wordId })),
  },
  'board.ready': { blind: () => ({ type: 'board.ready' }) },
  'camera.report': { blind: () => ({ type: 'camera.report', camera: 'busy' }) },
  'camera.cover': { blind: () => ({ type: 'camera.cover' }) },
  'camera.uncover': { blind: () => ({ type: 'camera.uncover' }) },
  'classroom.leave': { blind: () => ({ type: 'classroom.leave' }) },
  'door.open': { aimed: () => [{ type: 'door.open', classroomId: 'r2' }] },
  'door.close': { aimed: () => [{ type: 'door.close', classroomId: 'r2' }] },
  'seat.release': { aimed: () => [{ type: 'seat.release', seatId: 'r2-s1' }] },
  'seat.allow': {
    aimed: ({ classrooms }) => [
      { type: 'seat.allow', seatId: 'r2-s1', at: classrooms.r2?.seats['r2-s1']?.request?.at ?? 0 },
    ],
  },
  'seat.deny': { aimed: () => [{ type: 'seat.deny', seatId: 'r2-s1' }] },
  'seat.add': { aimed: () => [{ type: 'seat.add', classroomId: 'r2', name: '马小花' }] },
  'room.reset': { aimed: () => [{ type: 'room.reset', classroomId: 'r2' }] },
  'handcount.set': {
    aimed: (state) => [{ type: 'handcount.set', classroomId: 'r2', roundId: roundOf(state), counts: { A: 1 } }],
  },
  'buzzer.award': { blind: (state) => ({ type: 'buzzer.award', roundId: roundOf(state), give: true }) },
  'buzzer.next': { blind: (state) => ({ type: 'buzzer.next', roundId: roundOf(state) }) },
  'buzzer.press': { blind: (state) => ({ type: 'buzzer.press', roundId: roundOf(state), shown: 0, pressed: 300 }) },
  'answer.give': { blind: (state) => ({ type: 'answer.give', roundId: roundOf(state), answer: single('B') }) },
  'answer.give-for': {
    aimed: (state) => [{ type: 'answer.give-for', roundId: roundOf(state), seatIds: ['r2-s3'], answer: single('B') }],
  },
  'hand.raise': { blind: () => ({ type: 'hand.raise' }) },
  'seat.leave': { blind: () => ({ type: 'seat.leave' }) },
  'seat.claim': {
    aimed: () => [
      { type: 'seat.claim', seatId: 'r2-s1' },
      { type: 'seat.claim', seatId: 'r2-s3' },
    ],
  },
  'tablet.share': { blind: () => ({ type: 'tablet.share', tabletId: 'mine' }) },
  'tablet.leave': { blind: () => ({ type: 'tablet.leave' }) },
  'tablet.allow': { aimed: () => [{ type: 'tablet.allow', tabletId: 'asks' }] },
  'tablet.deny': { aimed: () => [{ type: 'tablet.deny', tabletId: 'shared' }] },
  'seat.request': {
    aimed: () => [
      { type: 'seat.request', seatId: 'r2-s1' },
      { type: 'seat.request', seatId: 'r2-s3' },
    ],
  },
};
const PEOPLE: readonly Actor[] = [
  board('r1'),
  { role: 'phone', classroomId: 'r1', deviceId: 'phone-r1' },
  pupil('r1-s1'),
  { role: 'shared', classroomId: 'r1', tabletId: 'own' },
  guest('r1', 'somebody'),
];

describe.each(PEOPLE)('somebody of another room: $role', (actor) => {
  it.each(Object.entries(COMMANDS))('[AC9] %s touches nothing that is r2’s', (_, found) => {
    const { state } = busyLesson();
    const asked = 'aimed' in found ? found.aimed(state) : [found.blind(state)];
    for (const one of asked) {
      const lesson = busyLesson();
      const before = lesson.state;
      const refusal = lesson.do(actor, one);
      if ('aimed' in found) {
        expect(command.safeParse(one).success).toBe(true);
        expect(refusal).not.toBeNull();
        expect(lesson.state).toBe(before);
      }
      expect(ofRoom2(lesson.state)).toEqual(ofRoom2(before));
    }
  });
});

/** All that a lesson holds about r2. */
function ofRoom2({ classrooms, hands, words, floor, round, scores, phase, screen, applause, works, ink }: LessonState) {
  if (round?.kind !== 'question') throw new Error('the question is gone');
  const answers = Object.entries(round.answers).filter(([, { classroomId }]) => classroomId === 'r2');
  return {
    ...{
      phase,
      floor,
      screen,
      answers,
      room: classrooms.r2,
      answered: round.answered.r2,
      counted: round.handCounts.r2,
    },
    claps: applause.r2,
    works: works.tray,
    ink,
    hands: hands.filter(({ classroomId }) => classroomId === 'r2'),
    words: words.filter(({ classroomId }) => classroomId === 'r2'),
    scores: Object.entries(scores).filter(([seatId]) => seatId.startsWith('r2')),
  };
}

function sheetOf({ papers }: LessonState): string {
  return `paper:${papers.shown}`;
}

function roundOf({ round }: LessonState): string {
  return round?.roundId ?? '';
}
