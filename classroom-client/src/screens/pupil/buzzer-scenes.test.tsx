import { expect, test, vi } from 'vitest';
import type { OutboxItem } from '../../connection/outbox.ts';
import { common } from '../../i18n/words/common.ts';
import { pupil as words } from '../../i18n/words/pupil.ts';
import { refusal } from '../../i18n/words/refusal.ts';
import { createFixture, type Fixture, LEAD, pupil } from '../../testing/fixtures.ts';
import { type Runner, race, seat } from '../../testing/race.ts';
import { render } from '../../testing/render.tsx';
import { PupilScreen } from './PupilScreen.tsx';

const ME = pupil('c1', 1);
const mine: Runner = { entrant: seat('c1', 1), reaction: 312 };
const other: Runner = { entrant: seat('c2', 2), reaction: 418 };

async function open(fixture: Fixture, state?: OutboxItem['state']) {
  const roundId = fixture.state().round?.roundId ?? '';
  const command = { type: 'buzzer.press', roundId, shown: 0, pressed: 300 } as const;
  const onPress = vi.fn();
  const props = {
    seat: ME,
    link: 'online',
    now: fixture.now(),
    cue: null,
    onPress,
    outbox: state ? { [roundId]: { id: 'x', command, state } } : {},
    onKeep: () => {},
    send: () => new Promise<never>(() => {}),
  } as const;
  const page = await render(<PupilScreen lesson={fixture.snapshot(ME)} {...props} />, {
    common,
    refusal,
    pupil: words,
  });
  const touch = (label: string) =>
    page.act(() => void page.button(label).dispatchEvent(new Event('pointerdown', { bubbles: true })));
  return { ...page, onPress, touch };
}

const after = (runners: readonly Runner[], how: Parameters<typeof race>[1]) => {
  const fixture = createFixture();
  race(runners, how)(fixture);
  return fixture;
};

test('[BZ5] before the cue the disc is there and calm; a touch is told kindly, and locked for a moment', async () => {
  const fixture = after([], { until: 'armed', prompt: '问' });
  const armed = await open(fixture);
  expect(armed.text()).toContain('看这里，马上开始');
  expect(armed.text()).not.toContain('问');
  await armed.touch('准备');
  expect(armed.onPress).toHaveBeenCalledTimes(1);
  expect((await open(fixture, 'sending')).text()).toContain('抢早了');
  fixture.press('c1', 1);
  const locked = await open(fixture, 'received');
  expect(locked.text()).toContain('没关系，圆变黄了再按');
  await locked.touch('抢早了');
  expect(locked.onPress).not.toHaveBeenCalled();
  fixture.wait(250);
  expect((await open(fixture, 'received')).button('准备')).toBeTruthy();
});

test('[BZ3] open, sending, received, too late and refused are said apart', async () => {
  const fixture = after([], { until: 'open', prompt: '太阳从哪边升起？' });
  const ready = await open(fixture);
  expect(ready.text()).toContain('太阳从哪边升起？');
  expect(ready.button('抢！')).toBeTruthy();
  expect((await open(fixture, 'sending')).text()).toContain('正在发送…');
  expect((await open(fixture, 'received')).text()).toContain('已收到 ✓');
  expect((await open(fixture, { refused: 'round/closed' })).text()).toContain('太晚了');
  const waits = await open(fixture, { refused: 'buzzer/class-waits' });
  expect(waits.text()).toContain('这次让给别的班');
  expect(waits.all('button').some(({ textContent }) => textContent === '抢！')).toBe(false);
});

test('[BZ11] the own place and reaction time; the winner reads it large, the others kindly', async () => {
  const won = await open(after([mine, other], { until: 'decided' }));
  expect(won.text()).toContain('你抢到了！');
  expect(won.text()).toContain('你用了 0.31 秒');
  const second = await open(after([{ ...mine, reaction: 520 }, other], { until: 'decided' }));
  expect(second.text()).toContain('马家沟 2号 抢到了');
  expect(second.text()).toContain('你是第 2 个，真快！');
  expect(second.text()).toContain('你用了 0.52 秒');
  expect((await open(after([other], { until: 'decided' }))).text()).toContain('下次再来，加油！');
});

test('[BZ6] [BZ10] tied for the first place; called after the first', async () => {
  const tied = await open(after([mine, { ...other, reaction: 320 }], { until: 'decided' }));
  expect(tied.text()).toContain('你们并列第一！');
  const fixture = after([{ ...mine, reaction: 520 }, other], { until: 'decided' });
  fixture.send(LEAD, { type: 'buzzer.next', roundId: fixture.state().round?.roundId ?? '' });
  expect((await open(fixture)).text()).toContain('轮到你了！');
});
