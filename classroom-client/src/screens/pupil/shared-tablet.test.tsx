import { type Command, talkUntil } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { answer } from '../../i18n/words/answer.ts';
import { common } from '../../i18n/words/common.ts';
import { pupil as words } from '../../i18n/words/pupil.ts';
import { refusal } from '../../i18n/words/refusal.ts';
import { onShared, question, sharing } from '../../testing/answer-stories.tsx';
import { board, createFixture, guest, LEAD, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { GuestScreen } from './GuestScreen.tsx';

const SECTIONS = { common, refusal, pupil: words, answer };

const never = () => new Promise<never>(() => {});

async function handedRound() {
  const fixture = sharing((lesson) => lesson.send(LEAD, question('single')));
  fixture.wait(2_000);
  const onKeep = vi.fn<(command: Command) => void>();
  const page = await render(onShared(fixture, onKeep), SECTIONS);
  const tap = async (...labels: readonly string[]) => {
    for (const label of labels) await page.act(() => page.button(label).click());
  };
  const name = (n: number) => fixture.names[seatIdOf('c1', n)] ?? '';
  const show = () => page.show(onShared(fixture, onKeep));
  return { ...page, fixture, onKeep, tap, name, show };
}

test('[RO10] a guest asks to be handed round, waits for the assistant, and hears a no', async () => {
  const fixture = createFixture();
  const onShare = vi.fn(async (_: string) => ({ ok: true, version: 1 }) as const);
  const props = { classroomId: 'c1', link: 'online', last: null, onForget: () => {}, onShare } as const;
  const screen = () => (
    <GuestScreen lesson={fixture.snapshot(guest('c1'))} onClaim={never} onRequest={never} {...props} />
  );
  const page = await render(screen(), SECTIONS);
  await page.act(() => page.button('大家轮流用这台').click());
  expect(page.text()).toContain('正在发送…');
  const tabletId = onShare.mock.lastCall?.[0] ?? '';
  fixture.send(guest('c1', 'new'), { type: 'tablet.share', tabletId });
  await page.show(screen());
  expect(page.text()).toContain('请老师点“同意”');
  expect(page.text()).toContain('1 号平板');
  fixture.send(board('c1'), { type: 'tablet.deny', tabletId });
  await page.show(screen());
  expect(page.text()).toContain('老师没有同意轮流用');
  expect(onShare).toHaveBeenCalledTimes(1);
});

test('[QZ11] only names without a tablet are there; each answers in turn and is ticked', async () => {
  const page = await handedRound();
  expect(page.text()).not.toContain(page.name(4));
  await page.tap(page.name(3));
  expect(page.button('不是我')).toBeTruthy();
  await page.tap('C');
  const command = page.onKeep.mock.lastCall?.[0];
  expect(command).toMatchObject({ type: 'answer.give-for', seatIds: [seatIdOf('c1', 3)], answer: { choice: 'C' } });
  if (command) page.fixture.send({ role: 'shared', classroomId: 'c1', tabletId: 'tab' }, command);
  await page.show();
  expect(page.text()).toContain('已收到 ✓');
  await page.tap('下一位');
  expect(page.button(page.name(3)).textContent).toContain('✓ 已答');
  expect(page.button(page.name(5)).textContent).not.toContain('已答');
});

test('[QZ11] a team is chosen by names, talks before it answers, and gives one answer for all', async () => {
  const page = await handedRound();
  await page.tap('小组一起答', page.name(1));
  expect((page.button('就我们 1 个') as HTMLButtonElement).disabled).toBe(true);
  await page.tap(page.name(5), '就我们 2 个');
  expect(page.text()).toContain('先商量一下');
  expect(page.all('main button').length).toBe(0);
  page.fixture.wait(5_000);
  await page.show();
  await page.tap('A');
  const command = page.onKeep.mock.lastCall?.[0];
  expect(command).toMatchObject({ seatIds: [seatIdOf('c1', 1), seatIdOf('c1', 5)] });
  if (command) page.fixture.send({ role: 'shared', classroomId: 'c1', tabletId: 'tab' }, command);
  await page.show();
  expect(page.button('下一组')).toBeTruthy();
});

test('[QZ11] a team talks for 5 s from when it is together, or half of what is left, never less than the rules ask', () => {
  const round = { opensAt: 10_000, closesAt: 70_000 };
  expect(talkUntil(round, 0)).toBe(15_000);
  expect(talkUntil(round, 20_000)).toBe(25_000);
  expect(talkUntil(round, 66_000)).toBe(68_000);
  expect(talkUntil({ opensAt: 0, closesAt: 6_000 }, 0)).toBe(3_000);
});

test('[RO10] sharing is stopped after one question more', async () => {
  const page = await handedRound();
  await page.tap('不再轮流用');
  expect(page.text()).toContain('不再轮流用了吗');
  await page.tap('接着轮流用');
  expect(page.text()).toContain('轮到谁了');
});

test('[BR8] once the link has been gone for long it follows the board, but keeps a question that can still be answered', async () => {
  const fixture = sharing((lesson) => lesson.send(LEAD, question('single')));
  fixture.wait(2_000);
  const shown = async () =>
    (
      await render(
        onShared(fixture, () => {}, true),
        SECTIONS,
      )
    ).text();
  expect(await shown()).not.toContain(words.followBoard.zh);
  fixture.send(LEAD, { type: 'round.dismiss', roundId: fixture.state().round?.roundId ?? '' });
  expect(await shown()).toContain(words.followBoard.zh);
});
