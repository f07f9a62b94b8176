import type { DeckPage, QuestionItem } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assistant } from '../i18n/words/assistant.ts';
import { board as boardWords } from '../i18n/words/board.ts';
import { common } from '../i18n/words/common.ts';
import { draw } from '../i18n/words/draw.ts';
import { hands } from '../i18n/words/hands.ts';
import { ink } from '../i18n/words/ink.ts';
import { link } from '../i18n/words/link.ts';
import { questions } from '../i18n/words/questions.ts';
import { refusalStaff as refusal } from '../i18n/words/refusal-staff.ts';
import { slides } from '../i18n/words/slides.ts';
import { teach } from '../i18n/words/teach.ts';
import { AssistantPanel } from '../screens/assistant/AssistantPanel.tsx';
import { BoardLive } from '../screens/board/BoardLive.tsx';
import { LiveScreen } from '../screens/teach/LiveScreen.tsx';
import { fakeSession } from '../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD } from '../testing/fixtures.ts';
import { render } from '../testing/render.tsx';

const WORDS = { assistant, board: boardWords, common, draw, hands, ink, link, questions, refusal, slides, teach };
const QUESTION: QuestionItem = {
  ...{ questionId: 'q1', subject: '', grade: null, points: [], prompt: '一半是几分之几？', picture: null },
  ...{ task: { kind: 'true-false', correct: true }, explanation: '', readSeconds: 0, seconds: 30 },
};

let decks = 0;
/** Each deck has pictures of its own: what was fetched once stays on the page. */
const hashOf = (page: number, size: string) => `${page}${size === 'large' ? 'a' : 'b'}${decks}`.padEnd(64, '0');
let asked: string[];
let missing: ReadonlySet<string>;

/** A lesson that has a deck of five pages, the third of which is empty; its second page has notes and a question. */
function withDeck(): Fixture {
  const fixture = createFixture();
  decks += 1;
  fixture.report({ type: 'deck.put', deckId: `d${decks}`, title: '认识分数', pages: 5 });
  return fixture;
}

beforeEach(() => {
  asked = [];
  missing = new Set();
  const pages = (own: boolean): DeckPage[] =>
    [1, 2, 3, 4, 5].map((page) => ({
      large: page === 3 ? null : hashOf(page, 'large'),
      small: page === 3 ? null : hashOf(page, 'small'),
      ...(own && {
        own: {
          text: '',
          notes: page === 2 ? '先问再答' : '',
          animated: false,
          questions: page === 2 ? [QUESTION] : [],
        },
      }),
    }));
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/pages')) return { json: async () => ({ ok: true, pages: pages(true) }) };
    const hash = path.slice('/api/blobs/'.length);
    asked.push(hash.slice(0, 2));
    if (missing.has(hash)) return { ok: false };
    return { ok: true, blob: async () => new Blob(['x']) };
  });
});
afterEach(() => vi.unstubAllGlobals());

async function openBoard(fixture: Fixture) {
  const screenOf = () => {
    const snapshot = fixture.snapshot(board('c1'));
    const session = fakeSession(snapshot, fixture.now());
    const { view, names } = snapshot;
    const room = view.classrooms.c1;
    if (!room) throw new Error('The fixture has no such room.');
    const screen = session.connection.store.getState();
    return <BoardLive {...{ view, room, names, screen, session }} now={fixture.now()} />;
  };
  const page = await render(screenOf(), WORDS);
  return { ...page, again: () => page.show(screenOf()) };
}

async function openTeacher(fixture: Fixture) {
  const snapshot = fixture.snapshot(LEAD);
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const screen = session.connection.store.getState();
  const page = await render(<LiveScreen {...{ view, names, screen, session }} now={fixture.now()} />, WORDS);
  const press = (key: string, target: EventTarget = document.body) =>
    page.act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  return { ...page, session, press, tap: (words: string) => page.act(() => page.button(words).click()) };
}

describe('the board', () => {
  test('[PG7] shows the page and fetches the next ones and the one before ahead of their turn', async () => {
    const fixture = withDeck();
    fixture.send(LEAD, { type: 'page.turn', page: 4 });
    const page = await openBoard(fixture);
    expect(page.all('img').map((image) => image.getAttribute('alt'))).toEqual(['第 4 页']);
    expect(asked).toEqual(['4a', '5a']);
  });

  test('[PG7] keeps what was there until the next page has come, and says that it is on its way', async () => {
    const fixture = withDeck();
    const page = await openBoard(fixture);
    const first = page.all('img')[0]?.getAttribute('src');
    missing = new Set([hashOf(5, 'large')]);
    fixture.send(LEAD, { type: 'page.turn', page: 5 });
    await page.again();
    expect(page.all('img')[0]?.getAttribute('src')).toBe(first);
    expect(page.text()).toContain('第 5 页正在传来…');
    fixture.send(LEAD, { type: 'page.turn', page: 1 });
    await page.again();
    expect(page.text()).not.toContain('正在传来');
  });

  test('[DK4] [PG7] an empty page says so', async () => {
    const fixture = withDeck();
    fixture.send(LEAD, { type: 'page.turn', page: 3 });
    const page = await openBoard(fixture);
    expect(page.all('img')).toHaveLength(0);
    expect(page.text()).toContain('第 3 页没有能显示的内容');
  });

  test('[PG4] a question takes the page’s place, and what is put away is on no board', async () => {
    const fixture = withDeck();
    const page = await openBoard(fixture);
    fixture.send(LEAD, {
      ...{ type: 'question.open', prompt: '1 + 1 = ?', picture: null, explanation: '', onTablet: 'question' },
      ...{ readSeconds: 0, seconds: 30, task: { kind: 'true-false', correct: null } },
    });
    await page.again();
    expect(page.text()).toContain('1 + 1 = ?');
    expect(page.all('img')).toHaveLength(0);
    fixture.send(LEAD, { type: 'round.dismiss', roundId: fixture.state().round?.roundId ?? '' });
    await page.again();
    expect(page.all('img')).toHaveLength(1);
    fixture.send(LEAD, { type: 'slides.show', shown: false });
    await page.again();
    expect(page.all('img')).toHaveLength(0);
  });
});

describe('the lead teacher', () => {
  test('[PG2] turns by buttons, by the keys that presenter remotes send, and by tapping a page', async () => {
    const page = await openTeacher(withDeck());
    expect(page.text()).toContain('第 1 / 5 页');
    await page.tap('下一页');
    await page.press('PageDown');
    await page.press('ArrowRight');
    await page.press(' ');
    await page.press('PageUp');
    await page.press('ArrowLeft');
    await page.act(() =>
      page
        .all('button')
        .find((one) => one.getAttribute('aria-label') === '第 4 页')
        ?.click(),
    );
    // The lesson of the test stands at page 1 all the time.
    const turn = (to: number) => ({ type: 'page.turn', page: to });
    expect(page.session.sent).toEqual([2, 2, 2, 2, 4].map(turn));
  });

  test('[PG2] a key that means something else turns no page', async () => {
    const page = await openTeacher(withDeck());
    const button = page.button('下一页');
    await page.press(' ', button);
    const input = document.body.appendChild(document.createElement('input'));
    await page.press('ArrowRight', input);
    input.remove();
    await page.tap('出题');
    await page.press('ArrowRight');
    expect(page.session.sent).toEqual([]);
  });

  test('[PG6] [PG5] a page offers its pinned question and shows its notes; nothing opens by itself', async () => {
    const fixture = withDeck();
    const plain = await openTeacher(fixture);
    expect(plain.text()).not.toContain('打开这道题');
    fixture.send(LEAD, { type: 'page.turn', page: 2 });
    const page = await openTeacher(fixture);
    expect(page.text()).toContain('先问再答');
    expect(page.text()).toContain('一半是几分之几？');
    expect(page.session.sent).toEqual([]);
    await page.tap('打开这道题');
    expect(page.session.sent).toEqual([]);
    await page.tap('开始作答');
    expect(page.session.sent).toMatchObject([{ type: 'question.open', prompt: '一半是几分之几？' }]);
  });

  test('[PG4] puts the pages away', async () => {
    const page = await openTeacher(withDeck());
    await page.tap('收起');
    expect(page.session.sent).toEqual([{ type: 'slides.show', shown: false }]);
  });
});

test('[PG7] the assistant’s phone shows the page of now and the next', async () => {
  const fixture = withDeck();
  fixture.send(LEAD, { type: 'page.turn', page: 4 });
  const viewer = { role: 'phone', classroomId: 'c1', deviceId: 'p' } as const;
  const { view, names } = fixture.snapshot(viewer);
  const as = { role: 'phone' } as const;
  const send = async () => ({ ok: true, version: 1 }) as const;
  const panel = () => (
    <AssistantPanel {...{ view, names, send, ...as }} now={fixture.now()} classroomId="c1" address="" />
  );
  const page = await render(panel(), WORDS);
  expect(page.all('img').map((image) => image.getAttribute('alt'))).toEqual(['第 4 页', '第 5 页']);
});
