import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command } from '../../protocol/commands.ts';
import type { Actor } from '../../roles.ts';
import { inkMoves, inkOn } from '../../testing/ink-moves.ts';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { lessonEvent } from '../events.ts';
import { evolveAll } from '../fold.ts';
import { EMPTY_LESSON } from '../state.ts';
import { viewFor } from '../view.ts';
import { visibleTo } from '../visible.ts';
import { EMPTY_SHEET, NO_INK, strokeKey } from './ink.ts';
import { INK_LIMITS } from './ink-limits.ts';
import { type InkPoint, PAGE_HEIGHT, PAGE_WIDTH, PRESSURE, packPoints, unpackPoints } from './ink-points.ts';
import { openSheets } from './open-sheets.ts';

const PAGE = 'deck:d1:1';

function withDeck(): LessonDriver {
  const lesson = LessonDriver.live('r1-s1');
  lesson.server({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
  return lesson;
}
const draw = (lesson: LessonDriver, by: Actor, strokeId: string, last = false) =>
  lesson.do(by, inkOn(lesson.state, strokeId, last));
const sheet = (lesson: LessonDriver, name = PAGE) => lesson.state.ink.sheets[name] ?? EMPTY_SHEET;
const keys = (lesson: LessonDriver, name = PAGE) => sheet(lesson, name).strokes.map(strokeKey);
const pens = (lesson: LessonDriver, classroomIds: string[], sides = false) =>
  lesson.do(LEAD, { type: 'pens.set', classroomIds, sides });
const undo = { type: 'ink.undo', sheet: PAGE } as const;
const erase = (strokes: string[]) => ({ type: 'ink.erase', sheet: PAGE, strokes }) as const;

const point = fc.tuple(
  fc.integer({ min: 0, max: PAGE_WIDTH }),
  fc.integer({ min: 0, max: PAGE_HEIGHT }),
  fc.integer({ min: 0, max: PRESSURE }),
);

describe('points', () => {
  it('[IK2] what is packed is unpacked again, whatever the points', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: INK_LIMITS.points }), (points) => {
        expect(unpackPoints(packPoints(points))).toEqual(points);
      }),
    );
  });

  it('[IK2] handwriting takes less than five characters a point', () => {
    const curl = Array.from({ length: 100 }, (_, at): InkPoint => {
      const turn = at / 8;
      return [
        Math.round(5_000 + at * 12 + 200 * Math.cos(turn)),
        Math.round(2_000 + 250 * Math.sin(turn)),
        6 + (at % 3),
      ];
    });
    expect(packPoints(curl).length).toBeLessThan(500);
  });

  it('[IK2] text that nobody packed is refused and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const points = unpackPoints(text);
        if (points && text !== '') expect(points.length).toBeGreaterThan(0);
      }),
    );
    const many = packPoints(Array.from({ length: INK_LIMITS.points + 1 }, () => [1, 1, 1] as const));
    for (const bad of ['A', 'AA', '_', 'AAA_', '中AA', 'BAA', '______AA', many]) expect(unpackPoints(bad)).toBeNull();
  });
});

describe('ink', () => {
  it('[IK1] a stroke is one event on the page that is shown, and is there again when the page comes back', () => {
    const lesson = withDeck();
    const { length } = lesson.log;
    expect(draw(lesson, LEAD, 's1')).toBeNull();
    expect(draw(lesson, LEAD, 's1')).toBeNull();
    expect(lesson.log).toHaveLength(length + 1);
    lesson.do(LEAD, { type: 'page.turn', page: 2 });
    expect(lesson.do(LEAD, { ...inkOn(lesson.state, 's2'), sheet: PAGE })).toBe('ink/not-shown');
    expect(draw(lesson, LEAD, 's1')).toBeNull();
    lesson.do(LEAD, { type: 'page.turn', page: 1 });
    expect(keys(lesson)).toEqual(['lead:s1']);
    lesson.do(LEAD, { type: 'slides.show', shown: false });
    expect(lesson.do(LEAD, { ...inkOn(lesson.state, 's2'), sheet: PAGE })).toBe('ink/not-shown');
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.state.ink).toEqual(NO_INK);
  });

  it('[IK1] before the lesson nobody draws', () => {
    const lesson = new LessonDriver();
    lesson.server({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
    expect(lesson.do(LEAD, { ...inkOn(lesson.state, 's1'), sheet: PAGE })).toBe('lesson/not-live');
  });

  it('[IK1] a shape stands between two points; what is written is the lead teacher’s alone', () => {
    const lesson = withDeck();
    pens(lesson, ['r1']);
    const shape = (by: Actor, tool: 'arrow' | 'text', points: readonly InkPoint[], text: string | null = null) =>
      lesson.do(by, { ...inkOn(lesson.state, `${tool}${points.length}`), tool, text, points: packPoints(points) });
    const [a, b, c] = [
      [1, 1, 8],
      [900, 800, 8],
      [9, 9, 8],
    ] as const;
    expect(shape(LEAD, 'arrow', [a, b, c])).toBe('malformed');
    expect(shape(LEAD, 'arrow', [a, b], '写')).toBe('malformed');
    expect(shape(LEAD, 'text', [a])).toBe('malformed');
    expect(shape(board('r1'), 'text', [a], '写')).toBe('not-allowed');
    expect(shape(board('r1'), 'arrow', [a, b])).toBeNull();
    expect(shape(LEAD, 'text', [a], '写')).toBeNull();
    expect(sheet(lesson).strokes.map(({ tool, text }) => [tool, text])).toEqual([
      ['arrow', null],
      ['text', '写'],
    ]);
  });

  it('[IK2] a page takes so many strokes, a lesson so many characters, an event 4 kB', () => {
    const lesson = withDeck();
    for (let n = 0; n < INK_LIMITS.strokes; n += 1) expect(draw(lesson, LEAD, `s${n}`)).toBeNull();
    expect(draw(lesson, LEAD, 'more')).toBe('ink/page-full');
    lesson.do(LEAD, { type: 'ink.clear', sheet: PAGE });
    expect(draw(lesson, LEAD, 'more')).toBeNull();
    lesson.state = { ...lesson.state, ink: { ...lesson.state.ink, used: INK_LIMITS.lessonCharacters - 10 } };
    expect(draw(lesson, LEAD, 'most')).toBe('ink/lesson-full');
    const far = Array.from(
      { length: INK_LIMITS.points },
      (_, n): InkPoint => (n % 2 ? [0, 0, 0] : [9_999, 16_000, 15]),
    );
    const longest = { ...inkOn(lesson.state, 'x'.repeat(64)), points: packPoints(far).slice(0, INK_LIMITS.packed) };
    const { type: _, ...stroke } = longest;
    const event = lessonEvent.parse({ type: 'ink.drawn', by: 'r'.repeat(64), ...stroke });
    expect(JSON.stringify(event).length).toBeLessThan(4_096);
    expect(command.safeParse({ ...longest, points: `${longest.points}AAA` }).success).toBe(false);
  });

  it('[IK4] the lead teacher erases any stroke, a classroom only its own; clearing is the lead teacher’s', () => {
    const lesson = withDeck();
    pens(lesson, ['r1', 'r2']);
    for (const [by, name] of [
      [LEAD, 'a'],
      [board('r1'), 'b'],
      [board('r2'), 'c'],
    ] as const)
      draw(lesson, by, name);
    expect(lesson.do(board('r1'), erase(['r2:c']))).toBe('ink/not-yours');
    expect(lesson.do(board('r1'), erase(['lead:a', 'r1:b']))).toBe('ink/not-yours');
    expect(lesson.do(board('r1'), erase(['r1:b']))).toBeNull();
    const { length } = lesson.log;
    expect(lesson.do(board('r1'), erase(['r1:b']))).toBeNull();
    expect(lesson.log).toHaveLength(length);
    expect(lesson.do(board('r1'), { type: 'ink.clear', sheet: PAGE })).toBe('not-allowed');
    expect(lesson.do(LEAD, erase(['r2:c', 'lead:gone']))).toBeNull();
    expect(keys(lesson)).toEqual(['lead:a']);
  });

  it('[IK5] everybody takes back the own latest on this page: what was drawn, erased or cleared', () => {
    const lesson = withDeck();
    pens(lesson, ['r1']);
    draw(lesson, LEAD, 'a');
    draw(lesson, board('r1'), 'b');
    draw(lesson, LEAD, 'c');
    lesson.do(board('r1'), undo);
    expect(keys(lesson)).toEqual(['lead:a', 'lead:c']);
    lesson.do(LEAD, erase(['lead:a']));
    lesson.do(LEAD, { type: 'ink.clear', sheet: PAGE });
    expect(keys(lesson)).toEqual([]);
    lesson.do(LEAD, undo);
    expect(keys(lesson)).toEqual(['lead:c']);
    lesson.do(LEAD, undo);
    // In the order in which they were drawn.
    expect(keys(lesson)).toEqual(['lead:a', 'lead:c']);
    lesson.do(LEAD, undo);
    lesson.do(LEAD, undo);
    expect(keys(lesson)).toEqual([]);
    const { length } = lesson.log;
    expect(lesson.do(LEAD, undo)).toBeNull();
    expect(lesson.log).toHaveLength(length);
  });

  it('[IK5] another page has another row of steps', () => {
    const lesson = withDeck();
    draw(lesson, LEAD, 'a');
    lesson.do(LEAD, { type: 'page.turn', page: 2 });
    draw(lesson, LEAD, 'b');
    lesson.do(LEAD, { type: 'ink.undo', sheet: 'deck:d1:2' });
    lesson.do(LEAD, { type: 'ink.undo', sheet: 'deck:d1:2' });
    expect([keys(lesson), keys(lesson, 'deck:d1:2')]).toEqual([['lead:a'], []]);
  });

  it('[IK6] a classroom draws while it has the pen; taken back, each further stroke is refused', () => {
    const lesson = withDeck();
    expect(draw(lesson, board('r1'), 'a')).toBe('ink/no-pen');
    expect(pens(lesson, ['r1'])).toBeNull();
    expect(draw(lesson, board('r1'), 'a')).toBeNull();
    expect(draw(lesson, board('r2'), 'b')).toBe('ink/no-pen');
    expect(pens(lesson, [])).toBeNull();
    expect(draw(lesson, board('r1'), 'c')).toBe('ink/no-pen');
    expect(lesson.do(board('r1'), undo)).toBe('ink/no-pen');
    expect(lesson.do(board('r1'), { type: 'pens.set', classroomIds: ['r1'], sides: false })).toBe('not-allowed');
    expect(lesson.do(pupil('r1-s1'), { ...inkOn(lesson.state, 'd'), sheet: PAGE })).toBe('not-allowed');
    expect(keys(lesson)).toEqual(['r1:a']);
  });

  it('[IK6] the pen goes to classrooms that are here; who has it keeps it over a lost link, and not after leaving', () => {
    const lesson = withDeck();
    expect(pens(lesson, ['own'])).toBe('classroom/not-here');
    expect(pens(lesson, ['nowhere'])).toBe('classroom/unknown');
    pens(lesson, ['r1']);
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r1' }, cause: 'x' });
    expect(pens(lesson, ['r1', 'r2'])).toBeNull();
    lesson.do(board('r2'), { type: 'classroom.leave' });
    expect(draw(lesson, board('r2'), 'a')).toBe('ink/no-pen');
  });

  it('[IK7] two classrooms have a half each, and the lead teacher both', () => {
    const lesson = withDeck();
    expect(pens(lesson, ['r1'], true)).toBe('ink/two-for-sides');
    expect(pens(lesson, ['r2', 'r1'], true)).toBeNull();
    expect(openSheets(lesson.state)).toEqual([`${PAGE}@r2`, `${PAGE}@r1`]);
    expect(draw(lesson, board('r2'), 'a')).toBeNull();
    expect(draw(lesson, board('r1'), 'b')).toBe('ink/other-half');
    expect(draw(lesson, board('r1'), 'b', true)).toBeNull();
    expect(draw(lesson, LEAD, 'c')).toBeNull();
    expect(lesson.do(LEAD, { ...inkOn(lesson.state, 'd'), sheet: PAGE })).toBe('ink/not-shown');
    expect([keys(lesson, `${PAGE}@r2`), keys(lesson, `${PAGE}@r1`)]).toEqual([['r2:a', 'lead:c'], ['r1:b']]);
    pens(lesson, []);
    expect(openSheets(lesson.state)).toEqual([PAGE]);
  });

  it('[IK10] everybody sees the same part of the page; the next page is seen whole', () => {
    const lesson = withDeck();
    const region = { x: 1_000, y: 500, size: 5_000 };
    expect(lesson.do(LEAD, { type: 'page.zoom', region })).toBeNull();
    const { length } = lesson.log;
    expect(lesson.do(LEAD, { type: 'page.zoom', region })).toBeNull();
    expect(lesson.log).toHaveLength(length);
    expect(viewFor(board('r2'), lesson.state).ink.zoom).toEqual(region);
    expect(lesson.do(board('r1'), { type: 'page.zoom', region: null })).toBe('not-allowed');
    lesson.do(LEAD, { type: 'page.turn', page: 2 });
    expect(lesson.state.ink.zoom).toBeNull();
    const wrong = { x: 6_000, y: 0, size: 5_000 };
    expect(command.safeParse({ type: 'page.zoom', region: wrong }).success).toBe(false);
  });

  it('[IK11] a paper takes the deck’s place until a page is turned or it is put away, and comes back with its ink', () => {
    const lesson = withDeck();
    lesson.do(LEAD, { type: 'paper.add', photo: null });
    const [paper] = openSheets(lesson.state);
    expect(paper).toBe(`paper:${lesson.state.papers.shown}`);
    draw(lesson, LEAD, 'a');
    // A turn stays one event.
    const { length } = lesson.log;
    lesson.do(LEAD, { type: 'page.turn', page: 1 });
    expect(lesson.log.slice(length)).toEqual([{ type: 'page.turned', page: 1 }]);
    expect(openSheets(lesson.state)).toEqual([PAGE]);
    const paperId = lesson.state.papers.all[0]?.paperId ?? '';
    lesson.do(LEAD, { type: 'paper.show', paperId });
    expect(keys(lesson, paper)).toEqual(['lead:a']);
    lesson.do(LEAD, { type: 'slides.show', shown: true });
    expect(openSheets(lesson.state)).toEqual([PAGE]);
    expect(lesson.do(LEAD, { type: 'paper.show', paperId: 'other' })).toBe('paper/unknown');
    for (let n = 1; n < 40; n += 1) expect(lesson.do(LEAD, { type: 'paper.add', photo: 'ab'.repeat(32) })).toBeNull();
    expect(lesson.do(LEAD, { type: 'paper.add', photo: null })).toBe('paper/too-many');
  });

  it('[IK1] works that are shown can be drawn on, each for itself, and so by who has the pen', () => {
    const lesson = withDeck();
    lesson.do(LEAD, { type: 'works.collect', open: true });
    lesson.do(pupil('r1-s1'), { type: 'work.send', photo: 'ab'.repeat(32) });
    lesson.do(board('r2'), { type: 'work.send', photo: 'cd'.repeat(32), seatId: 'r2-s1' });
    const workIds = lesson.state.works.tray.map(({ workId }) => workId);
    lesson.do(LEAD, { type: 'works.show', workIds, revealed: false });
    expect(openSheets(lesson.state)).toEqual(workIds.map((workId) => `work:${workId}`));
    pens(lesson, ['r1', 'r2'], true);
    expect(draw(lesson, LEAD, 'a')).toBeNull();
    expect(draw(lesson, board('r1'), 'b', true)).toBeNull();
    expect(keys(lesson, `work:${workIds[1]}`)).toEqual(['r1:b']);
  });

  it('[IK12] tablets are told nothing of ink and papers', () => {
    const lesson = withDeck();
    lesson.do(LEAD, { type: 'paper.add', photo: 'ab'.repeat(32) });
    draw(lesson, LEAD, 'a');
    const { ink, papers } = viewFor(pupil('r1-s1'), lesson.state);
    expect([ink, papers.all]).toEqual([NO_INK, []]);
    expect(lesson.log.slice(-2).map((event) => visibleTo(pupil('r1-s1'), event))).toEqual([null, null]);
    expect(viewFor(board('r2'), lesson.state).ink).toEqual(lesson.state.ink);
  });

  it('[IK13] two pens, undo, erasing, page turns, papers and halves: who comes at any time has every stroke that the server has', () => {
    const turns = [1, 2, 3].map((page) => [LEAD, () => ({ type: 'page.turn', page }) as const] as const);
    const moves = fc.array(fc.constantFrom(...inkMoves, ...turns), { minLength: 10, maxLength: 120 });
    fc.assert(
      fc.property(moves, fc.nat(), (moves, from) => {
        const lesson = withDeck();
        pens(lesson, ['r1', 'r2']);
        let late = { view: viewFor(board('r2'), lesson.state), length: lesson.log.length };
        for (const [index, [actor, make]] of moves.entries()) {
          const before = lesson.state;
          if (lesson.do(actor, make(before)) !== null) expect(lesson.state).toBe(before);
          if (index === from % moves.length)
            late = { view: viewFor(board('r2'), lesson.state), length: lesson.log.length };
        }
        const stored = lesson.log.map((event) => lessonEvent.parse(event));
        for (const viewer of [LEAD, board('r1'), board('r2')]) {
          const seen = stored.flatMap((event) => visibleTo(viewer, event) ?? []);
          expect(evolveAll(viewFor(viewer, EMPTY_LESSON), seen).ink).toEqual(lesson.state.ink);
        }
        expect(evolveAll(late.view, stored.slice(late.length)).ink).toEqual(lesson.state.ink);
        for (const { strokes } of Object.values(lesson.state.ink.sheets)) {
          expect(new Set(strokes.map(strokeKey)).size).toBe(strokes.length);
          expect(strokes.map(({ order }) => order)).toEqual(strokes.map(({ order }) => order).sort((a, b) => a - b));
        }
      }),
      { numRuns: 80 },
    );
  });
});
