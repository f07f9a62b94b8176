import { describe, expect, it } from 'vitest';
import type { Command } from '../../protocol/commands.ts';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { viewFor } from '../view.ts';
import { MOST_WORKS_OF_SEAT } from '../works/works.ts';

const photo = (nth: number) => nth.toString(16).padStart(2, '0').repeat(32);
const send = (nth = 1) => ({ type: 'work.send', photo: photo(nth) }) as const;
const collect = (open = true) => ({ type: 'works.collect', open }) as const;
const show = (workIds: readonly string[], revealed = false): Command => ({
  type: 'works.show',
  workIds: [...workIds],
  revealed,
});
const trayOf = (lesson: LessonDriver) => lesson.state.works.tray.map(({ workId }) => workId);

/** Two works of each remote room lie in the tray. */
function collected() {
  const lesson = LessonDriver.live('r1-s1', 'r1-s2', 'r2-s1');
  lesson.do(LEAD, collect());
  lesson.do(pupil('r1-s1'), send(1));
  lesson.do(pupil('r1-s2'), send(2));
  lesson.do(pupil('r2-s1'), send(3));
  lesson.do(board('r2'), { ...send(4), seatId: 'r2-s2' });
  return lesson;
}

describe('pupils’ works', () => {
  it('[CA1] pupils send while the lead teacher collects, in a running lesson', () => {
    expect(new LessonDriver().do(LEAD, collect())).toBe('lesson/not-live');
    const lesson = LessonDriver.live('r1-s1');
    expect(lesson.do(pupil('r1-s1'), send())).toBe('works/closed');
    expect(lesson.do(board('r1'), collect())).toBe('not-allowed');
    lesson.do(LEAD, collect());
    expect(lesson.do(pupil('r1-s1'), { ...send(), seatId: 'r1-s2' })).toBe('not-allowed');
    expect(lesson.do(pupil('r1-s1'), send())).toBeNull();
    lesson.do(LEAD, collect(false));
    expect(lesson.do(pupil('r1-s1'), send(2))).toBe('works/closed');
    expect(lesson.state.works.tray).toMatchObject([{ seatId: 'r1-s1', number: 1, photo: photo(1) }]);
  });

  it('[CA1] the assistant sends for any pupil of the own room, at any time of the lesson', () => {
    const lesson = LessonDriver.live();
    expect(lesson.do(board('r1'), send())).toBe('seat/none');
    expect(lesson.do(board('r1'), { ...send(), seatId: 'r2-s1' })).toBe('seat/unknown');
    expect(lesson.do(board('r1'), { ...send(), seatId: 'r1-s3' })).toBeNull();
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(lesson.do(board('r1'), { ...send(2), seatId: 'r1-s3' })).toBe('classroom/not-here');
  });

  it('[CA2] the same photo again changes nothing, and of one pupil three lie in the tray at most', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(LEAD, collect());
    for (let nth = 1; nth <= MOST_WORKS_OF_SEAT; nth += 1) {
      lesson.do(pupil('r1-s1'), send(nth));
      lesson.do(pupil('r1-s1'), send(nth));
    }
    expect(trayOf(lesson)).toHaveLength(MOST_WORKS_OF_SEAT);
    expect(lesson.do(pupil('r1-s1'), send(9))).toBe('works/full');
    lesson.do(pupil('r1-s1'), { type: 'work.remove', workId: trayOf(lesson)[0] ?? '' });
    expect(lesson.do(pupil('r1-s1'), send(9))).toBeNull();
  });

  it('[CA3] a room sees and removes its own, a pupil the own, the lead teacher all; other pupils see nothing', () => {
    const lesson = collected();
    const sees = (viewer: Parameters<typeof viewFor>[0]) =>
      viewFor(viewer, lesson.state).works.tray.map(({ seatId }) => seatId);
    expect(sees(LEAD)).toHaveLength(4);
    expect(sees(board('r1'))).toEqual(['r1-s1', 'r1-s2']);
    expect(sees(pupil('r1-s2'))).toEqual(['r1-s2']);
    const [first = '', second = ''] = trayOf(lesson);
    expect(lesson.do(board('r2'), { type: 'work.remove', workId: first })).toBe('works/gone');
    expect(lesson.do(pupil('r1-s1'), { type: 'work.remove', workId: second })).toBe('works/gone');
    expect(lesson.do(board('r1'), { type: 'work.remove', workId: first })).toBeNull();
    expect(lesson.do(LEAD, { type: 'work.remove', workId: second })).toBeNull();
    expect(lesson.do(LEAD, { type: 'work.remove', workId: second })).toBe('works/gone');
  });

  it('[CA4] one to four stand on the boards, whose they are only where it is revealed, and tablets get none', () => {
    const lesson = collected();
    const ids = trayOf(lesson);
    expect(lesson.do(board('r1'), show(ids))).toBe('not-allowed');
    expect(lesson.do(LEAD, show(['gone']))).toBe('works/gone');
    lesson.do(LEAD, show(ids));
    for (const viewer of [LEAD, board('r1'), board('r2'), board('own')]) {
      const { shown } = viewFor(viewer, lesson.state).works;
      expect(shown.map(({ seatId, number }) => [seatId, number])).toEqual(Array(4).fill([null, null]));
      expect(shown.map((one) => one.photo)).toEqual([1, 2, 3, 4].map(photo));
    }
    expect(viewFor(pupil('r1-s1'), lesson.state).works.shown).toEqual([]);
    lesson.do(LEAD, show(ids.slice(1, 2), true));
    expect(viewFor(board('r2'), lesson.state).works.shown).toMatchObject([{ seatId: 'r1-s2', number: 2 }]);
    lesson.do(LEAD, show([]));
    expect(lesson.state.works.shown).toEqual([]);
  });

  it('[CA3] what is taken out of the tray leaves the boards; [CA5] everything goes with the lesson', () => {
    const lesson = collected();
    const [first = '', second = ''] = trayOf(lesson);
    lesson.do(LEAD, show([first, second]));
    lesson.do(board('r1'), { type: 'work.remove', workId: first });
    expect(lesson.state.works.shown.map(({ workId }) => workId)).toEqual([second]);
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.state.works).toEqual({ open: false, tray: [], shown: [] });
  });
});
