import type { LessonState } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { common } from '../../i18n/words/common.ts';
import { createFixture, type Fixture } from '../../testing/fixtures.ts';
import { race } from '../../testing/race.ts';
import { render } from '../../testing/render.tsx';
import { FirstHand } from './FirstHand.tsx';

async function open(fixture: Fixture) {
  const { view } = fixture.snapshot({ role: 'phone', classroomId: 'c1', deviceId: 'phone' }) as { view: LessonState };
  const room = view.classrooms.c1;
  if (!room) throw new Error('The fixture has no such room.');
  const command = vi.fn(async () => true);
  const page = await render(<FirstHand {...{ view, room, act: command }} />, { assistant, common });
  return { ...page, command };
}

const NO_TABLETS = { withoutTablets: ['c1'] } as const;

test('[BZ9] in a room without tablets the first hand is one tap, with its wider margin said', async () => {
  const fixture = createFixture(NO_TABLETS);
  race([], { until: 'open' })(fixture);
  const page = await open(fixture);
  expect(page.text()).toContain('± 0.15 秒以上');
  const touch = () => void page.button('第一只手').dispatchEvent(new Event('pointerdown', { bubbles: true }));
  await page.act(touch);
  expect(page.command.mock.calls).toEqual([
    [
      {
        type: 'buzzer.press',
        roundId: fixture.state().round?.roundId,
        shown: null,
        pressed: expect.any(Number),
        hand: true,
      },
    ],
  ]);
});

test('[BZ9] before the cue the tap waits, afterwards it is received; with tablets or teams there is none', async () => {
  const armed = createFixture(NO_TABLETS);
  race([], { until: 'armed' })(armed);
  expect((await open(armed)).button('准备……').hasAttribute('disabled')).toBe(true);
  const taken = createFixture(NO_TABLETS);
  race([{ entrant: { kind: 'hand', classroomId: 'c1' }, reaction: 500 }], { until: 'open' })(taken);
  expect((await open(taken)).button('已收到 ✓')).toBeTruthy();
  const tablets = createFixture();
  race([], { until: 'open' })(tablets);
  expect((await open(tablets)).text()).toBe('');
  const teams = createFixture(NO_TABLETS);
  race([], { until: 'open', mode: 'teams', teams: 2 })(teams);
  expect((await open(teams)).text()).toBe('');
});
