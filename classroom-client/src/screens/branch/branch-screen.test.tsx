import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { memoryShelf } from '../../branch/branch-shelf.ts';
import { keepBranches } from '../../branch/keep-branches.ts';
import { assistant } from '../../i18n/words/assistant.ts';
import { board as boardWords } from '../../i18n/words/board.ts';
import { branch } from '../../i18n/words/branch.ts';
import { clock } from '../../i18n/words/clock.ts';
import { common } from '../../i18n/words/common.ts';
import { leading } from '../../i18n/words/leading.ts';
import { pack } from '../../i18n/words/pack.ts';
import { slides } from '../../i18n/words/slides.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { BranchScreen } from './BranchScreen.tsx';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 1, 1, 10) }));
afterEach(() => void vi.useRealTimers());

test('[BR2] the class goes on by one big next step: pages, a question on the spot, hands, the answer', async () => {
  const lesson = createFixture();
  lesson.report({ type: 'deck.put', deckId: 'd1', title: '分数', pages: 5 });
  const session = fakeSession(lesson.snapshot(board('c1')), Date.now());
  const { store } = session.connection;
  const connection = { ...session.connection, serverNow: () => Date.now() };
  const branches = keepBranches({
    connection,
    shelf: memoryShelf(),
    post: async () => ({ ok: true }),
    pack: () => null,
    tablets: createStore<readonly string[]>(() => []),
  });
  store.setState({ link: 'lost' });
  await vi.advanceTimersByTimeAsync(10_000);
  branches.begin();
  await vi.advanceTimersByTimeAsync(0);
  function Shown() {
    const { running } = useStore(branches.store);
    return running && <BranchScreen running={running} session={{ ...session, connection, branches }} online={false} />;
  }
  const page = await render(<Shown />, { common, assistant, board: boardWords, slides, leading, clock, pack, branch });
  const wait = (ms: number) => page.act(() => void vi.advanceTimersByTime(ms));
  const rest = () => wait(700);
  const tap = (words: string) => page.act(() => page.button(words).click());
  const more = (label: string) =>
    page.act(() =>
      page
        .all('button')
        .find((one) => one.getAttribute('aria-label') === label)
        ?.click(),
    );
  expect(page.text()).toContain('断网 0:10 · 本班自己上');
  await tap('下一页 ▶');
  await rest();
  expect(page.text()).toContain('第 2 / 5 页');
  await tap('判断马上答');
  await rest();
  await more('对 加一');
  await wait(500);
  await tap('结束作答');
  await wait(2_500);
  await tap('公布答案');
  await rest();
  await tap('收起');
  await rest();
  expect(page.text()).toContain('第 2 / 5 页');
  const [round] = Object.values(branches.store.getState().running?.state.rounds ?? {});
  expect(round?.round.handCounts).toEqual({ c1: { true: 1 } });
});
