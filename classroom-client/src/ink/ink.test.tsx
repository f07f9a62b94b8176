import { type Command, openSheets, type Refusal, refuse, unpackPoints } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { board as boardWords } from '../i18n/words/board.ts';
import { common } from '../i18n/words/common.ts';
import { draw as drawWords } from '../i18n/words/draw.ts';
import { hands } from '../i18n/words/hands.ts';
import { ink } from '../i18n/words/ink.ts';
import { link } from '../i18n/words/link.ts';
import { questions } from '../i18n/words/questions.ts';
import { refusalStaff as refusal } from '../i18n/words/refusal-staff.ts';
import { slides } from '../i18n/words/slides.ts';
import { teach } from '../i18n/words/teach.ts';
import { works } from '../i18n/words/works.ts';
import type { LinkPhase } from '../lesson/lesson-store.ts';
import { BoardLive } from '../screens/board/BoardLive.tsx';
import { LiveScreen } from '../screens/teach/LiveScreen.tsx';
import { fakeSession } from '../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD, seatIdOf } from '../testing/fixtures.ts';
import { render } from '../testing/render.tsx';

const WORDS = {
  ...{ board: boardWords, common, draw: drawWords, hands, ink, link, questions, refusal, slides, teach, works },
};
/** A page of 1000 px: each is ten page units. */
const BOX = { left: 0, top: 0, width: 1_000, height: 562.5 } as DOMRect;

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(BOX);
});
afterEach(() => vi.restoreAllMocks());

function withPaper(): Fixture {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'paper.add', photo: null });
  return fixture;
}
const pens = (fixture: Fixture, classroomIds: string[], sides = false) =>
  fixture.send(LEAD, { type: 'pens.set', classroomIds, sides });
const sheetOf = (fixture: Fixture) => openSheets(fixture.state())[0] ?? '';
const stroke = (fixture: Fixture, strokeId: string): Command => ({
  ...{ type: 'ink.draw', sheet: sheetOf(fixture), strokeId, tool: 'pen', colour: 1, width: 45 },
  ...{ points: 'gTgTAoUoUA', text: null },
});

interface Opened {
  readonly link?: LinkPhase;
  readonly reason?: Refusal;
}

async function openBoard(fixture: Fixture, { link = 'online', reason }: Opened = {}) {
  const session = fakeSession(fixture.snapshot(board('c1')), fixture.now());
  if (reason) Object.assign(session.connection, { send: async () => refuse(reason) });
  const screenOf = (link: LinkPhase) => {
    const { view, names } = fixture.snapshot(board('c1'));
    const { c1: room } = view.classrooms;
    if (!room) throw new Error('The fixture has no such room.');
    const screen = { ...session.connection.store.getState(), link };
    return <BoardLive {...{ view, room, names, screen, session }} now={fixture.now()} />;
  };
  const page = await render(screenOf(link), WORDS);
  return { ...page, session, again: (link: LinkPhase = 'online') => page.show(screenOf(link)), ...handOn(page) };
}

async function openTeacher(fixture: Fixture) {
  const session = fakeSession(fixture.snapshot(LEAD), fixture.now());
  const screenOf = () => {
    const { view, names } = fixture.snapshot(LEAD);
    const screen = session.connection.store.getState();
    return <LiveScreen {...{ view, names, screen, session }} now={fixture.now()} />;
  };
  const page = await render(screenOf(), WORDS);
  const tap = (words: string) => page.act(() => page.button(words).click());
  return { ...page, session, tap, again: () => page.show(screenOf()), ...handOn(page) };
}

type Page = Awaited<ReturnType<typeof render>>;

/** A hand on what lies over the page. */
function handOn(page: Page) {
  const surface = () => page.all('[data-ink]')[0];
  const event = (type: string, clientX: number, clientY: number) =>
    page.act(
      () => void surface()?.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX, clientY, bubbles: true })),
    );
  const down = (x: number, y: number) => event('pointerdown', x, y);
  const move = (x: number, y: number) => event('pointermove', x, y);
  const up = (x: number, y: number) => event('pointerup', x, y);
  return { surface, down, move, up, marks: () => page.all('svg path').length };
}

describe('a board', () => {
  test('[IK6] draws while it has the pen, and has neither tools nor a surface without it', async () => {
    const fixture = withPaper();
    const page = await openBoard(fixture);
    expect(page.surface()).toBeUndefined();
    expect(page.text()).not.toContain('笔在我们班');
    pens(fixture, ['c1']);
    await page.again();
    expect(page.text()).toContain('笔在我们班');
    await page.down(100, 100);
    await page.move(200, 150);
    await page.up(300, 100);
    const [sent] = page.session.sent;
    expect(sent).toMatchObject({ type: 'ink.draw', sheet: sheetOf(fixture), tool: 'pen', text: null });
    expect(sent?.type === 'ink.draw' && unpackPoints(sent.points)).toEqual([
      [1_000, 1_000, 8],
      [2_000, 1_500, 8],
      [3_000, 1_000, 8],
    ]);
    // It is seen at once, before the lesson has it.
    expect(page.marks()).toBe(1);
  });

  test('[IK6] taken back in the middle of a stroke, the stroke is gone and nothing of it is sent', async () => {
    const fixture = withPaper();
    pens(fixture, ['c1']);
    const page = await openBoard(fixture);
    await page.down(100, 100);
    await page.move(200, 150);
    expect(page.marks()).toBe(1);
    pens(fixture, []);
    await page.again();
    expect(page.surface()).toBeUndefined();
    expect(page.marks()).toBe(0);
    expect(page.session.sent).toEqual([]);
  });

  test('[IK1] the pen that follows a palm draws, and the palm does not', async () => {
    const fixture = withPaper();
    pens(fixture, ['c1']);
    const page = await openBoard(fixture);
    const event = (type: string, pointerId: number, pointerType: string, clientX: number) =>
      page.act(() => {
        const init = { pointerId, pointerType, clientX, clientY: 100, pressure: 0.6, bubbles: true };
        page.surface()?.dispatchEvent(new PointerEvent(type, init));
      });
    await event('pointerdown', 1, 'touch', 500);
    await event('pointerdown', 2, 'pen', 100);
    await event('pointermove', 1, 'touch', 600);
    await event('pointermove', 2, 'pen', 200);
    await event('pointerup', 1, 'touch', 600);
    await event('pointerup', 2, 'pen', 300);
    const [sent, ...more] = page.session.sent;
    expect(more).toEqual([]);
    expect(sent?.type === 'ink.draw' && unpackPoints(sent.points)).toEqual([
      [1_000, 1_000, 9],
      [2_000, 1_000, 9],
      [3_000, 1_000, 9],
    ]);
  });

  test('[IK8] without a link it says so, and there is nothing to draw on', async () => {
    const fixture = withPaper();
    pens(fixture, ['c1']);
    const page = await openBoard(fixture, { link: 'lost' });
    expect(page.text()).toContain('没有连上，现在写不上去');
    expect(page.surface()).toBeUndefined();
    await page.again('online');
    expect(page.surface()).toBeDefined();
    await page.down(100, 100);
    await page.move(300, 100);
    await page.again('lost');
    expect(page.marks()).toBe(0);
    expect(page.session.sent).toEqual([]);
  });

  test('[IK8] a stroke that is refused goes, with a sentence', async () => {
    const fixture = withPaper();
    pens(fixture, ['c1']);
    const page = await openBoard(fixture, { reason: 'ink/page-full' });
    await page.down(100, 100);
    await page.up(300, 100);
    await vi.waitFor(() => expect(page.marks()).toBe(0), { timeout: 30_000 });
    expect(page.text()).toContain('这一页写满了');
  });

  test('[IK7] side by side it draws on its own half alone', async () => {
    const fixture = withPaper();
    pens(fixture, ['c2', 'c1'], true);
    const page = await openBoard(fixture);
    expect(page.all('[data-ink]')).toHaveLength(1);
    await page.down(100, 100);
    await page.up(300, 100);
    expect(page.session.sent).toMatchObject([{ sheet: openSheets(fixture.state())[1] }]);
  });

  test('[IK4] erases its own strokes and leaves the teacher’s', async () => {
    const fixture = withPaper();
    pens(fixture, ['c1']);
    fixture.send(LEAD, stroke(fixture, 'theirs'));
    fixture.send(board('c1'), stroke(fixture, 'ours'));
    const page = await openBoard(fixture);
    await page.act(() => page.button('橡皮').click());
    const [first] = unpackPoints('gTgTAoUoUA') ?? [];
    const [x = 0, y = 0] = first ?? [];
    await page.down(x / 10, y / 10);
    await page.up(x / 10, y / 10);
    expect(page.session.sent).toEqual([{ type: 'ink.erase', sheet: sheetOf(fixture), strokes: ['c1:ours'] }]);
    expect(page.marks()).toBe(1);
  });

  test('[IK3] shows what the teacher is drawing, until the stroke is there; what nobody may draw is not shown', async () => {
    const fixture = withPaper();
    const page = await openBoard(fixture);
    const live = { type: 'ink', sheet: sheetOf(fixture), strokeId: 's1', tool: 'pen', colour: 1, width: 45 } as const;
    const signal = { ...live, from: 0, points: 'gTgTAoUoUA' };
    await page.act(() => page.session.liveInk.hear({ peerId: 'lead', signal }));
    expect(page.marks()).toBe(1);
    await page.act(() => page.session.liveInk.hear({ peerId: 'c2', signal }));
    expect(page.marks()).toBe(1);
    fixture.send(LEAD, stroke(fixture, 's1'));
    await page.again();
    expect(page.marks()).toBe(1);
    page.session.liveInk.close();
  });
});

test('[IK1] works that are shown are drawn on, each for itself, by the board that has the pen and by the lead teacher', async () => {
  const fixture = createFixture();
  for (const number of [1, 2]) {
    const photo = `${number}c`.repeat(32);
    fixture.send(board('c1'), { type: 'work.send', photo, seatId: seatIdOf('c1', number) });
  }
  const workIds = fixture.state().works.tray.map(({ workId }) => workId);
  fixture.send(LEAD, { type: 'works.show', workIds, revealed: false });
  pens(fixture, ['c1']);
  vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => new Blob(['x']) }));
  const teacher = await openTeacher(fixture);
  await teacher.tap('荧光笔');
  for (const page of [teacher, await openBoard(fixture)]) {
    for (const image of page.all('li img')) {
      Object.defineProperties(image, { naturalWidth: { value: 400 }, naturalHeight: { value: 300 } });
      await page.act(() => void image.dispatchEvent(new Event('load')));
    }
    const surfaces = page.all('[data-ink]');
    expect(surfaces).toHaveLength(2);
    const press = (type: string) => new PointerEvent(type, { pointerId: 1, clientX: 10, clientY: 10, bubbles: true });
    await page.act(() => void surfaces[1]?.dispatchEvent(press('pointerdown')));
    await page.act(() => void surfaces[1]?.dispatchEvent(press('pointerup')));
    expect(page.session.sent).toMatchObject([{ type: 'ink.draw', sheet: `work:${workIds[1]}` }]);
  }
  vi.unstubAllGlobals();
});

describe('the lead teacher', () => {
  test('[IK1] [IK5] draws with the chosen tool, takes back, and clears after one question', async () => {
    const fixture = withPaper();
    fixture.send(LEAD, stroke(fixture, 'before'));
    const page = await openTeacher(fixture);
    expect(page.surface()).toBeUndefined();
    await page.tap('图形');
    await page.tap('方框');
    await page.down(100, 100);
    await page.move(150, 120);
    await page.up(300, 200);
    await page.down(100, 100);
    await page.up(100, 100);
    await page.tap('撤销');
    await page.tap('清空');
    const sheet = sheetOf(fixture);
    expect(page.session.sent).toMatchObject([
      { type: 'ink.draw', sheet, tool: 'rectangle' },
      { type: 'ink.undo', sheet },
    ]);
    const [drawn] = page.session.sent;
    expect(drawn?.type === 'ink.draw' && unpackPoints(drawn.points)).toEqual([
      [1_000, 1_000, 8],
      [3_000, 2_000, 8],
    ]);
    expect(page.text()).toContain('清空这一页上所有的字？');
  });

  test('[IK1] writes words where the page was tapped', async () => {
    const fixture = withPaper();
    const page = await openTeacher(fixture);
    await page.tap('文字');
    await page.up(500, 100);
    const [input] = page.all('input') as HTMLInputElement[];
    await page.act(() => {
      Object.assign(input ?? {}, { value: '四分之一' });
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.tap('写上');
    expect(page.session.sent).toMatchObject([{ type: 'ink.draw', tool: 'text', text: '四分之一' }]);
  });

  test('[IK9] [IK10] points, which is no command, and brings a place nearer for everybody', async () => {
    const fixture = withPaper();
    const page = await openTeacher(fixture);
    await page.tap('指');
    await page.move(500, 100);
    expect(page.session.signals).toEqual([{ type: 'laser', sheet: sheetOf(fixture), at: [5_000, 1_000] }]);
    expect(page.all('[data-laser]')).toHaveLength(1);
    await page.tap('放大');
    expect(page.session.signals[1]).toMatchObject({ at: null });
    await page.down(250, 100);
    await page.up(250, 100);
    expect(page.session.sent).toEqual([{ type: 'page.zoom', region: { x: 0, y: 0, size: 5_000 } }]);
    page.session.liveInk.close();
  });

  test('[IK6] [IK7] gives pens, sees who has them, and takes them back with one tap', async () => {
    const fixture = withPaper();
    pens(fixture, ['c1', 'c2']);
    const page = await openTeacher(fixture);
    expect(page.text()).toContain('笔在：五班、马家沟');
    await page.tap('收回笔');
    await page.tap('给笔');
    await page.act(() => page.button('左右对比').click());
    expect(page.session.sent).toEqual([
      { type: 'pens.set', classroomIds: [], sides: false },
      { type: 'pens.set', classroomIds: ['c1', 'c2'], sides: true },
    ]);
  });

  test('[IK11] adds a blank page from the slides’ sheet, and goes back to an earlier one', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'paper.add', photo: null });
    fixture.send(LEAD, { type: 'paper.add', photo: null });
    const page = await openTeacher(fixture);
    await page.tap('白纸 1');
    await page.tap('加白纸');
    await page.tap('收起');
    expect(page.session.sent).toEqual([
      { type: 'paper.show', paperId: fixture.state().papers.all[0]?.paperId },
      { type: 'paper.add', photo: null },
      { type: 'paper.show', paperId: null },
    ]);
  });
});
