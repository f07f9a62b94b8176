import { expect, test } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { teach } from '../../i18n/words/teach.ts';
import type { SourceState } from '../../media/publish.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { createFixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { Lobby } from './Lobby.tsx';

async function lobby(microphone: SourceState) {
  const fixture = createFixture({ live: false });
  const snapshot = fixture.snapshot(LEAD);
  const own = { camera: { state: 'off', track: null }, microphone: { state: microphone, track: null } } as const;
  const session = fakeSession(snapshot, fixture.now(), { own });
  const screen = session.connection.store.getState();
  const page = await render(<Lobby {...{ view: snapshot.view, names: snapshot.names, screen, session }} />, {
    common,
    refusal,
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
