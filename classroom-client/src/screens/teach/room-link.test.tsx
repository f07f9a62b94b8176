import type { LinkChoice } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { link } from '../../i18n/words/link.ts';
import { createFixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { RoomLink } from './RoomLink.tsx';

test('[WL6] a room’s sheet shows the latest changes of its link with their time, the newest first', async () => {
  const fixture = createFixture();
  for (const down of ['C', 'E'] as const) {
    fixture.report({ type: 'link.report', peerId: 'c1', down, up: 'full' });
    fixture.wait(61_000);
  }
  const { links } = fixture.snapshot(LEAD).view;
  if (!links.c1) throw new Error('Expected a link.');
  const page = await render(<RoomLink link={links.c1} onChoose={() => undefined} />, { common, link });
  const lines = page.all('li').map(({ textContent }) => textContent ?? '');
  expect(lines.map((line) => line.slice(9))).toEqual(['声音正常 · 画面已停', '声音正常 · 画面已省流']);
  const [newer = '', older = ''] = lines.map((line) => line.slice(0, 8));
  expect([newer, older].every((time) => /^\d\d:\d\d:\d\d$/.test(time))).toBe(true);
  expect(newer).not.toBe(older);
});

test('[WL9] one tap chooses what is wanted of a room’s link; what stands is marked', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'link.choose', classroomId: 'c1', choice: 'saving' });
  const { links } = fixture.snapshot(LEAD).view;
  if (!links.c1) throw new Error('Expected a link.');
  const chosen: LinkChoice[] = [];
  const page = await render(<RoomLink link={links.c1} onChoose={(choice) => chosen.push(choice)} />, { common, link });
  expect(page.button('省流').getAttribute('aria-checked')).toBe('true');
  await page.act(() => page.button('只要声音').click());
  await page.act(() => page.button('自动').click());
  expect(chosen).toEqual(['voice', 'auto']);
});
