import { WELL_FORMED } from '@tongke/shared-types/testing';
import { expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { screen as screenWords } from '../../i18n/words/screen.ts';
import { selfTest } from '../../i18n/words/self-test.ts';
import { teach } from '../../i18n/words/teach.ts';
import type { SourceState } from '../../media/publish.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { Lobby } from './Lobby.tsx';

async function lobby(microphone: SourceState, then: (fixture: Fixture) => void = () => undefined) {
  const fixture = createFixture({ live: false });
  then(fixture);
  const snapshot = fixture.snapshot(LEAD);
  const own = { camera: { state: 'off', track: null }, microphone: { state: microphone, track: null } } as const;
  const session = fakeSession(snapshot, fixture.now(), { own });
  const screen = session.connection.store.getState();
  const page = await render(<Lobby {...{ view: snapshot.view, names: snapshot.names, screen, session }} />, {
    common,
    refusal,
    screen: screenWords,
    selfTest,
    teach,
  });
  return { ...page, sent: session.sent, tap: (words: string) => page.act(() => page.button(words).click()) };
}

test('without a microphone the start is asked for twice, and the sentence says what is wrong', async () => {
  const page = await lobby('refused');
  expect(page.text()).toContain('浏览器不让用麦克风');
  await page.tap('开始上课');
  expect(page.sent).toEqual([]);
  expect(page.text()).toContain('没有麦克风，也开始上课吗？');
  await page.tap('先看看麦克风');
  await page.tap('开始上课');
  await page.tap('就这样开始');
  expect(page.sent).toEqual([{ type: 'lesson.start' }]);
});

test('[LS2] with one it begins at once', async () => {
  const page = await lobby('on');
  await page.tap('开始上课');
  expect(page.sent).toEqual([{ type: 'lesson.start' }]);
});

test('[ST5] the worst of each classroom’s own check stands beside it, and the own check has its button', async () => {
  const page = await lobby('on', (fixture) => fixture.send(board('c1'), WELL_FORMED['self-test.report']));
  expect(page.text().split('麦克风没有声音：请检查麦克风是否静音')).toHaveLength(2);
  expect(page.button('课前检查')).toBeTruthy();
});

test('[SS2] the lobby opens the window for the own class with one tap, and says so where the browser blocks it', async () => {
  const opened = vi.spyOn(window, 'open').mockReturnValueOnce(null).mockReturnValueOnce(window);
  const page = await lobby('on');
  await page.tap('打开第二块屏幕');
  expect(page.text()).toContain('浏览器拦住了新窗口');
  await page.tap('打开第二块屏幕');
  expect(opened).toHaveBeenCalledTimes(2);
  expect(page.text()).not.toContain('浏览器拦住了新窗口');
});
