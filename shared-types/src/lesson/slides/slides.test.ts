import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOfTurn } from '../../protocol/page-turn.ts';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { lessonEvent } from '../events.ts';
import { evolveAll } from '../fold.ts';
import { viewFor } from '../view.ts';

const DECK = { type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 } as const;
const turn = (page: number) => ({ type: 'page.turn', page }) as const;

function withDeck(): LessonDriver {
  const lesson = LessonDriver.live('r1-s1');
  lesson.server(DECK);
  return lesson;
}

describe('the lesson’s deck', () => {
  it('[PG1] a deck begins with its first page on the screens, before the lesson too; another one takes its place', () => {
    const lesson = new LessonDriver();
    expect(lesson.server(DECK)).toBeNull();
    expect(lesson.state.slide).toEqual({ deckId: 'd1', title: '认识分数', pages: 3, page: 1, shown: true });
    lesson.do(LEAD, { type: 'lesson.start' });
    lesson.do(LEAD, turn(2));
    lesson.server({ ...DECK, deckId: 'd2', pages: 1 });
    expect(lesson.state.slide).toMatchObject({ deckId: 'd2', pages: 1, page: 1 });
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.state.slide).toBeNull();
    expect(lesson.server(DECK)).toBe('lesson/ended');
  });

  it('[PG1] the deck that is there already stays at its page; who chooses it again has it on the screens', () => {
    const lesson = withDeck();
    lesson.do(LEAD, turn(3));
    lesson.do(LEAD, { type: 'slides.show', shown: false });
    lesson.server(DECK);
    expect(lesson.state.slide).toMatchObject({ page: 3, shown: true });
    const { length } = lesson.log;
    lesson.server(DECK);
    expect(lesson.log).toHaveLength(length);
  });

  it('[PG2] one event a turn, to any page that the deck has; the same page again is none', () => {
    const lesson = withDeck();
    const { length } = lesson.log;
    expect(lesson.do(LEAD, turn(3))).toBeNull();
    expect(lesson.do(LEAD, turn(3))).toBeNull();
    expect(lesson.log.slice(length)).toEqual([{ type: 'page.turned', page: 3 }]);
    expect(lesson.do(LEAD, turn(4))).toBe('deck/no-such-page');
    expect(LessonDriver.live().do(LEAD, turn(1))).toBe('deck/none');
    expect(lesson.do(board('r1'), turn(1))).toBe('not-allowed');
    expect(lesson.do(pupil('r1-s1'), turn(1))).toBe('not-allowed');
  });

  it('[PG1] a screen alone cannot say which deck it is: only what the server has looked up becomes the lesson’s', () => {
    expect(withDeck().do(LEAD, { type: 'deck.choose', deckId: 'd9' })).toBe('not-allowed');
  });

  it('[PG4] what is put away comes back at its page', () => {
    const lesson = withDeck();
    lesson.do(LEAD, turn(2));
    expect(lesson.do(LEAD, { type: 'slides.show', shown: false })).toBeNull();
    expect(lesson.state.slide).toMatchObject({ page: 2, shown: false });
    lesson.do(LEAD, { type: 'slides.show', shown: true });
    expect(lesson.state.slide).toMatchObject({ page: 2, shown: true });
    expect(LessonDriver.live().do(LEAD, { type: 'slides.show', shown: true })).toBe('deck/none');
  });

  it('[PG2] wherever a screen comes in, it stands at the page that the server is at', () => {
    const moves = fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.constant('again' as const)));
    fc.assert(
      fc.property(moves, fc.nat(), (moves, from) => {
        const lesson = withDeck();
        const at = { view: viewFor(board('r1'), lesson.state), length: lesson.log.length };
        for (const [index, move] of moves.entries()) {
          if (typeof move === 'number') lesson.do(LEAD, turn(move));
          else if (typeof move === 'boolean') lesson.do(LEAD, { type: 'slides.show', shown: move });
          else lesson.server(DECK);
          if (index === from % moves.length)
            Object.assign(at, { view: viewFor(board('r1'), lesson.state), length: lesson.log.length });
        }
        const missed = lesson.log.slice(at.length).map((event) => lessonEvent.parse(event));
        expect(evolveAll(at.view, missed).slide).toEqual(lesson.state.slide);
      }),
    );
  });

  it('[PG3] a turn in short is the batch that it stands for', () => {
    expect(batchOfTurn('l1', [11, 12, 3])).toMatchObject({
      lessonId: 'l1',
      from: 11,
      upTo: 12,
      events: [{ type: 'page.turned', page: 3 }],
    });
  });
});
