import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { refusal } from '../../i18n/words/refusal.ts';
import { works } from '../../i18n/words/works.ts';
import { board, createFixture, type Fixture, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { WorksCard } from './WorksCard.tsx';

async function open(fixture: Fixture, camera: boolean) {
  const { view, names } = fixture.snapshot(board('c1'));
  const room = view.classrooms.c1;
  if (!room) throw new Error('The fixture has no such room.');
  const act = vi.fn(async () => true);
  const send = vi.fn(async () => ({ ok: true, version: 1 }) as const);
  const page = await render(<WorksCard {...{ view, room, names, act, send, camera }} />, {
    assistant,
    common,
    refusal,
    works,
  });
  return { ...page, act: page.act, acted: act, names };
}

test('[CA3] the assistant looks at the own class’s works and removes what does not fit', async () => {
  const fixture = createFixture();
  const photo = 'ab'.repeat(32);
  fixture.send(board('c1'), { type: 'work.send', seatId: seatIdOf('c1', 2), photo });
  fixture.send(board('c2'), { type: 'work.send', seatId: seatIdOf('c2', 1), photo: 'cd'.repeat(32) });
  const page = await open(fixture, false);
  expect(page.all('li')).toHaveLength(1);
  expect(page.text()).toContain(page.names[seatIdOf('c1', 2)]);
  await page.act(() => page.button('拿掉').click());
  expect(page.acted).toHaveBeenCalledWith({ type: 'work.remove', workId: fixture.state().works.tray[0]?.workId });
});

test('[CA1] a phone takes a photo and asks whose it is; a board without works shows no card', async () => {
  const fixture = createFixture();
  expect((await open(fixture, false)).text()).toBe('');
  const page = await open(fixture, true);
  const input = page.all('input')[0] as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new Blob(['paper'])], configurable: true });
  await page.act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  expect(page.text()).toContain('这是谁的作品');
  expect(page.text()).toContain(page.names[seatIdOf('c1', 2)]);
});
