import type { Command } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { pupil as words } from '../../i18n/words/pupil.ts';
import { refusal } from '../../i18n/words/refusal.ts';
import { createFixture, type Fixture, guest, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { GuestScreen } from './GuestScreen.tsx';
import { PupilScreen } from './PupilScreen.tsx';

const ME = pupil('c1', 1);
const SECTIONS = { common, refusal, pupil: words };

function screen(fixture: Fixture, onCommand: (command: Command) => void = () => {}) {
  const props = { seat: ME, link: 'online', outbox: {}, now: fixture.now() } as const;
  return <PupilScreen lesson={fixture.snapshot(ME)} onCommand={onCommand} {...props} />;
}

test('the disc takes one press, at the first touch', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'buzzer.open', seconds: 20 });
  const onCommand = vi.fn();
  const page = await render(screen(fixture, onCommand), SECTIONS);
  await page.act(() => void page.button('抢').dispatchEvent(new Event('pointerdown', { bubbles: true })));
  expect(onCommand).toHaveBeenCalledWith({ type: 'buzzer.press', roundId: fixture.state().round?.roundId });
});

test('[NM1] a winner of another room is a classroom and a number', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'buzzer.open', seconds: 20 });
  fixture.send(pupil('c2', 5), { type: 'buzzer.press', roundId: fixture.state().round?.roundId ?? '' });
  fixture.wait(500);
  const page = await render(screen(fixture), SECTIONS);
  expect(page.text()).toContain('马家沟 5号 抢到了');
});

test('换人 asks before it gives the seat up', async () => {
  const onCommand = vi.fn();
  const page = await render(screen(createFixture(), onCommand), SECTIONS);
  await page.act(() => page.button('换人').click());
  expect(onCommand).not.toHaveBeenCalled();
  await page.act(() => page.button('换人').click());
  expect(onCommand).toHaveBeenCalledWith({ type: 'seat.leave' });
});

test('a free name is claimed; a taken one explains 换设备', async () => {
  const fixture = createFixture();
  const onClaim = vi.fn(async () => ({ ok: true, version: 1 }) as const);
  const onRequest = vi.fn(async () => ({ ok: true, version: 1 }) as const);
  const props = { classroomId: 'c1', link: 'online', last: null, onForget: () => {}, onClaim, onRequest } as const;
  const page = await render(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />, SECTIONS);
  await page.act(() => page.button('12号').click());
  expect(onClaim).toHaveBeenCalledWith(seatIdOf('c1', 12));
  await page.act(() => page.button('李小明').click());
  expect(page.text()).toContain('已经在另一台平板上');
  await page.act(() => page.button('我要换到这台平板').click());
  expect(onRequest).toHaveBeenCalledWith(seatIdOf('c1', 1));

  fixture.send(guest('c1', 'other'), { type: 'seat.request', seatId: seatIdOf('c1', 1) });
  await page.show(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />);
  expect(page.text()).toContain('请老师点“换设备”');
  fixture.send({ role: 'board', classroomId: 'c1', deviceId: 'b' }, { type: 'seat.deny', seatId: seatIdOf('c1', 1) });
  await page.show(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />);
  expect(page.text()).toContain('老师没有同意');
});

test('the next lesson asks 你是小明吗? and forgets on no', async () => {
  const fixture = createFixture();
  const onForget = vi.fn();
  const last = { seatId: seatIdOf('c1', 12), name: '王诗涵', lessonId: 'before' };
  const never = () => new Promise<never>(() => {});
  const props = { classroomId: 'c1', link: 'online', last, onForget, onClaim: never, onRequest: never } as const;
  const page = await render(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />, SECTIONS);
  expect(page.text()).toContain('你是王诗涵吗？');
  await page.act(() => page.button('不是').click());
  expect(onForget).toHaveBeenCalled();
  expect(page.text()).toContain('你是谁？');
});
