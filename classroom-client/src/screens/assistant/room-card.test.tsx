import type { LessonState } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { hands } from '../../i18n/words/hands.ts';
import { board, createFixture, type Fixture, LEAD } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { RoomCard } from './RoomCard.tsx';

async function open(fixture: Fixture) {
  const { view, names } = fixture.snapshot(board('c1')) as { view: LessonState; names: Record<string, string> };
  const room = view.classrooms.c1;
  if (!room) throw new Error('The fixture has no such room.');
  const command = vi.fn(async () => true);
  const props = { view, names, room, act: command, role: 'phone', address: '' } as const;
  return { ...(await render(<RoomCard {...props} />, { assistant, common, hands })), command };
}

test('[FL4] the assistant says why the class raises its hand, once it is up', async () => {
  const fixture = createFixture();
  expect((await open(fixture)).all('fieldset')).toEqual([]);
  fixture.send(board('c1'), { type: 'hand.raise' });
  const page = await open(fixture);
  await page.act(() => page.button('展示').click());
  expect(page.command.mock.calls).toEqual([[{ type: 'hand.raise', reason: 'show' }]]);
  fixture.send(LEAD, { type: 'hand.lower', classroomId: 'c1', seatId: null });
  expect((await open(fixture)).all('fieldset')).toEqual([]);
});
