import type { Command } from '../protocol/commands.ts';
import { ANSWERS, ask, TASKS } from './questions.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;
const roundId = 'r0';
const seatId = 'r1-s1';

/** One well-formed command of each type. */
export const WELL_FORMED: { readonly [T in Command['type']]: Of<T> } = {
  'lesson.start': { type: 'lesson.start' },
  'lesson.end': { type: 'lesson.end' },
  'lead.hand': { type: 'lead.hand', to: 'r1' },
  'lead.take-back': { type: 'lead.take-back' },
  'lead.take': { type: 'lead.take' },
  'lead.give-back': { type: 'lead.give-back' },
  'lesson.score-settings': { type: 'lesson.score-settings', points: true, streaks: true },
  'buzzer.open': { type: 'buzzer.open', mode: 'teams', teams: 3, prompt: '谁先？', seconds: 10 },
  'buzzer.award': { type: 'buzzer.award', roundId, give: true },
  'buzzer.next': { type: 'buzzer.next', roundId },
  'buzzer.press': { type: 'buzzer.press', roundId, shown: 0, pressed: 300, zone: 2 },
  'question.open': ask(TASKS.order, { prompt: '排一排', picture: 'ab'.repeat(32), explanation: '因为' }),
  'question.mark': { type: 'question.mark', roundId, correct: ['A', 'B'] },
  'question.reveal': { type: 'question.reveal', roundId },
  'question.show-answer': { type: 'question.show-answer', roundId, item: { by: 'group', group: '兰州' } },
  'question.explain': { type: 'question.explain', roundId },
  'round.close': { type: 'round.close', roundId },
  'round.dismiss': { type: 'round.dismiss', roundId },
  'turn.give': { type: 'turn.give', classroomId: 'r1', seatId, seconds: 10, anyone: true, listen: false },
  'turn.take': { type: 'turn.take', turnId: roundId, seatId },
  'turn.accept': { type: 'turn.accept', turnId: roundId },
  'microphone.set': { type: 'microphone.set', waits: true },
  'turn.end': { type: 'turn.end', turnId: roundId },
  'floor.open': { type: 'floor.open', mode: 'panel', classroomIds: ['r1', 'r2'], seconds: null },
  'name.draw': { type: 'name.draw', classroomId: 'r1' },
  'draw.clear': { type: 'draw.clear' },
  'deck.choose': { type: 'deck.choose', deckId: 'd1' },
  'page.turn': { type: 'page.turn', page: 2 },
  'slides.show': { type: 'slides.show', shown: false },
  'ink.draw': {
    type: 'ink.draw',
    sheet: 'deck:d1:2',
    strokeId: 's1',
    tool: 'pen',
    colour: 1,
    width: 40,
    points: 'gTgTAoUoUC',
    text: null,
  },
  'ink.erase': { type: 'ink.erase', sheet: 'deck:d1:2', strokes: ['lead:s1'] },
  'ink.undo': { type: 'ink.undo', sheet: 'paper:p1@r1' },
  'ink.clear': { type: 'ink.clear', sheet: 'work:w1' },
  'pens.set': { type: 'pens.set', classroomIds: ['r1', 'r2'], sides: true },
  'page.zoom': { type: 'page.zoom', region: { x: 2_000, y: 1_000, size: 4_000 } },
  'paper.add': { type: 'paper.add', photo: 'ab'.repeat(32) },
  'paper.show': { type: 'paper.show', paperId: 'p1' },
  'floor.clear': { type: 'floor.clear' },
  'hand.raise': { type: 'hand.raise', reason: 'ask' },
  'hand.lower': { type: 'hand.lower', classroomId: 'r1', seatId },
  'hands.clear': { type: 'hands.clear' },
  'link.choose': { type: 'link.choose', classroomId: 'r1', choice: 'saving' },
  'clock.start': { type: 'clock.start', seconds: 90 },
  'clock.pause': { type: 'clock.pause' },
  'clock.resume': { type: 'clock.resume' },
  'clock.stop': { type: 'clock.stop' },
  'praise.give': { type: 'praise.give', classroomId: 'r1', seatId, word: 'brave' },
  'applause.give': { type: 'applause.give' },
  'works.collect': { type: 'works.collect', open: true },
  'work.send': { type: 'work.send', photo: 'cd'.repeat(32), seatId },
  'work.remove': { type: 'work.remove', workId: roundId },
  'works.show': { type: 'works.show', workIds: [roundId], revealed: true },
  'screen.share': { type: 'screen.share', style: 'motion' },
  'screen.stop': { type: 'screen.stop' },
  'pack.report': { type: 'pack.report', done: 3, pages: 4, questions: 2, bytes: 400_000, ready: false },
  'self-test.report': {
    type: 'self-test.report',
    measures: {
      camera: 'fine',
      microphone: 'silent',
      loudspeaker: null,
      echo: null,
      down: 812_345,
      up: 712_345,
      loss: 0.01,
      roundTrip: 87.5,
      path: 'tcp',
      clock: 12_345,
    },
  },
  'word.say': { type: 'word.say', word: 'call-on', seatId },
  'word.say-to': { type: 'word.say-to', classroomId: 'r1', word: 'quiet' },
  'word.acknowledge': { type: 'word.acknowledge', wordId: roundId },
  'board.ready': { type: 'board.ready' },
  'camera.report': { type: 'camera.report', camera: 'busy' },
  'camera.cover': { type: 'camera.cover' },
  'camera.uncover': { type: 'camera.uncover' },
  'classroom.leave': { type: 'classroom.leave' },
  'door.open': { type: 'door.open', classroomId: 'r1' },
  'door.close': { type: 'door.close', classroomId: 'r1' },
  'seat.release': { type: 'seat.release', seatId },
  'seat.allow': { type: 'seat.allow', seatId, at: 1 },
  'seat.deny': { type: 'seat.deny', seatId },
  'seat.add': { type: 'seat.add', classroomId: 'r1', name: '马小花' },
  'seat.leave': { type: 'seat.leave' },
  'seat.claim': { type: 'seat.claim', seatId },
  'seat.request': { type: 'seat.request', seatId },
  'room.reset': { type: 'room.reset', classroomId: 'r1' },
  'tablet.share': { type: 'tablet.share', tabletId: 't1' },
  'tablet.leave': { type: 'tablet.leave' },
  'tablet.allow': { type: 'tablet.allow', classroomId: 'r1', tabletId: 't1' },
  'tablet.deny': { type: 'tablet.deny', tabletId: 't1' },
  'handcount.set': { type: 'handcount.set', classroomId: 'r1', roundId, counts: { A: 1, right: 2 } },
  'answer.give': { type: 'answer.give', roundId, answer: ANSWERS.multiple[1] },
  'answer.give-for': { type: 'answer.give-for', roundId, seatIds: [seatId], answer: ANSWERS.text[1] },
};

const STRANGE: readonly unknown[] = [
  ...[null, undefined, true, false, 0, -0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 1],
  ...['', ' ', 'A', '__proto__', 'constructor', 'toString', '../../etc/passwd', '\u0000', '\ud800', '‮', '＜script＞'],
  ...['x'.repeat(65), '长'.repeat(5_000), 'r1', seatId, 'l1', roundId, '1e9', 'NaN'],
  ...[[], [[]], {}, { length: 1e9 }, [null], Array(300).fill('A'), { type: 'lesson.end' }, { kind: 'single' }],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
];
const FIELDS = ['type', 'roundId', 'seatId', 'kind', '__proto__', 'constructor', 'answer', 'at', 'toJSON', 'then'];
const TYPES = Object.keys(WELL_FORMED) as Command['type'][];

/** An envelope that nobody of ours would send: a well-formed one with one to three things wrong. `random` gives 0 ≤ x < 1. */
export function hostileEnvelope(random: () => number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let message: unknown = structuredClone({
    id: `c${Math.floor(random() * 1e9)}`,
    lessonId: 'l1',
    command: WELL_FORMED[pick(TYPES)],
  });
  for (let wrong = 1 + Math.floor(random() * 3); wrong > 0; wrong -= 1) message = spoiled(message, pick, random);
  return message;
}

function spoiled(value: unknown, pick: <T>(list: readonly T[]) => T, random: () => number): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.05) return pick(STRANGE);
  const keys = Object.keys(value);
  const key = pick(keys);
  const act = random();
  if (act < 0.2 || key === undefined) return { ...value, [pick(FIELDS)]: pick(STRANGE) };
  if (act < 0.35) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  const within = (value as Readonly<Record<string, unknown>>)[key];
  const deeper = typeof within === 'object' && act < 0.8;
  const spoiltPart = deeper ? spoiled(within, pick, random) : pick(STRANGE);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? spoiltPart : one));
  return { ...value, [key]: spoiltPart };
}
