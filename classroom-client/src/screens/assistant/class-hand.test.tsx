import { type Command, HAND_MS } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { hands } from '../../i18n/words/hands.ts';
import { board, createFixture, type Fixture } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { AssistantPanel } from './AssistantPanel.tsx';

async function open(fixture: Fixture) {
  const { view, names } = fixture.snapshot({ role: 'phone', classroomId: 'c1', deviceId: 'phone' });
  const send = vi.fn(async (_: Command) => ({ ok: true, version: 1 }) as const);
  const props = { view, names, send, now: fixture.now(), classroomId: 'c1', role: 'phone', address: '' } as const;
  return { ...(await render(<AssistantPanel {...props} />, { assistant, common, hands })), send };
}

test.each(['between two rounds', 'in a round'])(
  '[FL4] the assistant says why the class raises its hand, once it is up, %s',
  async (when) => {
    const fixture = createFixture();
    if (when === 'in a round') fixture.buzzer();
    expect((await open(fixture)).all('fieldset')).toEqual([]);
    fixture.send(board('c1'), { type: 'hand.raise' });
    const page = await open(fixture);
    expect(page.all('fieldset')).toHaveLength(1);
    await page.act(() => page.button('展示').click());
    expect(page.send.mock.calls).toEqual([[{ type: 'hand.raise', reason: 'show' }]]);
    fixture.send(board('c1'), { type: 'hand.raise', reason: 'show' });
    const next = await open(fixture);
    expect(next.button('展示').getAttribute('aria-pressed')).toBe('true');
  },
);

test('[FL10] the hand of a class is down again when its time is over', async () => {
  const fixture = createFixture();
  fixture.send(board('c1'), { type: 'hand.raise' });
  expect((await open(fixture)).button('放下手')).toBeTruthy();
  fixture.wait(HAND_MS);
  const page = await open(fixture);
  expect(page.button('替全班举手')).toBeTruthy();
  expect(page.all('fieldset')).toEqual([]);
});
