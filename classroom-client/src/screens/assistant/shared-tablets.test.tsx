import type { Command } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { sharedTablets } from '../../testing/asked.ts';
import { board, createFixture, type Fixture } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';

async function open(fixture: Fixture) {
  const { view, names } = fixture.snapshot(board('c1'));
  const send = vi.fn(async (_: Command) => ({ ok: true, version: 1 }) as const);
  const as = { role: 'board' } as const;
  const panel = <AssistantPanel {...{ view, names, send, ...as }} now={fixture.now()} classroomId="c1" address="" />;
  return { ...(await render(panel, { assistant, common, refusal })), send };
}

const of = (tabletId: string) => ({ classroomId: 'c1', tabletId });

test('[RO10] a tablet that asks to be shared is the next thing to do, with yes and no', async () => {
  const page = await open(sharedTablets(createFixture(), 0, 1));
  expect(page.text()).toContain('1 号平板想给大家轮流用');
  await page.act(() => page.button('同意共用').click());
  await page.act(() => page.button('不同意').click());
  expect(page.send.mock.calls.map(([command]) => command)).toEqual([
    { type: 'tablet.allow', ...of('tablet-1') },
    { type: 'tablet.deny', ...of('tablet-1') },
  ]);
});

test('[RO10] further requests and the tablets that are handed round stand in a list, and one is taken back after a question', async () => {
  const page = await open(sharedTablets(createFixture(), 1, 2));
  const card = page.all('section[aria-label="共用平板"]')[0];
  expect(card?.textContent).toContain('3 号平板想给大家轮流用');
  expect(card?.textContent).not.toContain('2 号平板想');
  expect(card?.textContent).toContain('1 号平板');
  await page.act(() => page.button('收回').click());
  expect(page.send).not.toHaveBeenCalled();
  const yes = page.all('section[aria-label="共用平板"] button').filter(({ textContent }) => textContent === '收回');
  await page.act(() => yes[0]?.click());
  expect(page.send.mock.calls.map(([command]) => command)).toEqual([{ type: 'tablet.deny', ...of('tablet-1') }]);
});

test('a room without such tablets has no card for them', async () => {
  const page = await open(createFixture());
  expect(page.all('section[aria-label="共用平板"]')).toEqual([]);
});
