import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { board } from '../../i18n/words/board.ts';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { render } from '../../testing/render.tsx';
import { BoardClosed } from './BoardClosed.tsx';
import { Waiting } from './Waiting.tsx';

const WORDS = { board, common, refusal };
const ROOM = { classroomId: 'c1', classroomName: '三班', schoolName: '山乡小学', next: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a board gives its pairing up only after a second’s hold and a question', async () => {
  const onPairAgain = vi.fn();
  const page = await render(<Waiting {...{ room: ROOM, link: 'online', onRetry: vi.fn(), onPairAgain }} />, WORDS);
  const hold = async () => {
    await page.act(() => void page.button('重新配对').dispatchEvent(new Event('pointerdown', { bubbles: true })));
    await page.act(() => void vi.advanceTimersByTime(1_000));
  };
  await hold();
  expect(page.text()).toContain('这块大屏就不再是“三班”的了');
  await page.act(() => page.button('取消').click());
  await hold();
  expect(onPairAgain).not.toHaveBeenCalled();
  await page.act(() => page.button('重新配对').click());
  expect(onPairAgain).toHaveBeenCalledOnce();
});

test('a link that is lost between lessons is said, with one tap to try at once', async () => {
  const onRetry = vi.fn();
  const page = await render(<Waiting {...{ room: ROOM, link: 'lost', onRetry, onPairAgain: vi.fn() }} />, WORDS);
  expect(page.text()).toContain('网断了');
  await page.act(() => page.button('再试一次').click());
  expect(onRetry).toHaveBeenCalledOnce();
});

test('a page that is out of date is loaded anew, any other trouble is tried again', async () => {
  const acts = { onRetry: vi.fn(), onReload: vi.fn(), onTakeOver: vi.fn(), onPairAgain: vi.fn() };
  const page = await render(<BoardClosed reason="taken-over" {...acts} />, WORDS);
  await page.act(() => page.button('重新打开').click());
  expect(acts.onReload).toHaveBeenCalledOnce();
  await page.show(<BoardClosed reason="internal" {...acts} />);
  await page.act(() => page.button('再试一次').click());
  expect(acts.onRetry).toHaveBeenCalledOnce();
});
