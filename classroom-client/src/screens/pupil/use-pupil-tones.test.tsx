import type { Snapshot } from '@tongke/shared-types';
import { beforeEach, expect, test, vi } from 'vitest';
import type { OutboxItems } from '../../connection/outbox.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { createFixture, LEAD, pupil } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { playTone } from '../../ui/sounds.ts';
import { usePupilTones } from './use-pupil-tones.ts';

vi.mock('../../ui/sounds.ts', () => ({ playTone: vi.fn() }));
beforeEach(() => void vi.mocked(playTone).mockClear());

const ME = pupil('c1', 1);
const heard = () => vi.mocked(playTone).mock.calls.map(([tone]) => tone);

function Tablet(props: { readonly lesson: Snapshot; readonly outbox?: OutboxItems; readonly link?: LinkPhase }) {
  usePupilTones(props.lesson, props.outbox ?? {}, props.link ?? 'online');
  return null;
}

test('[BZ2] [BZ3] a round begins with a tone, and the press has its own when it is taken, not when it is tapped', async () => {
  const fixture = createFixture();
  const page = await render(<Tablet lesson={fixture.snapshot(ME)} />, {});
  const roundId = fixture.buzzer();
  const command = { type: 'buzzer.press', roundId, shown: null, pressed: 300 } as const;
  const item = { id: 'x', command, state: 'sending' } as const;
  await page.show(<Tablet lesson={fixture.snapshot(ME)} outbox={{ [roundId]: item }} />);
  expect(heard()).toEqual(['go']);
  await page.show(<Tablet lesson={fixture.snapshot(ME)} outbox={{ [roundId]: { ...item, state: 'received' } }} />);
  expect(heard()).toEqual(['go', 'taken']);
  fixture.press('c1', 1);
  fixture.wait(500);
  await page.show(<Tablet lesson={fixture.snapshot(ME)} />);
  expect(heard()).toEqual(['go', 'taken', 'win']);
});

test('a turn of the class and a lost link are heard once each; what stood when the page opened is not', async () => {
  const fixture = createFixture();
  fixture.buzzer();
  const page = await render(<Tablet lesson={fixture.snapshot(ME)} />, {});
  expect(heard()).toEqual([]);
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
  await page.show(<Tablet lesson={fixture.snapshot(ME)} link="lost" />);
  await page.show(<Tablet lesson={fixture.snapshot(ME)} link="lost" />);
  await page.show(<Tablet lesson={fixture.snapshot(ME)} />);
  expect(heard()).toEqual(['turn', 'lost']);
});
