import { type Command, type CommandReply, HAND_MS, refuse, UNPREPARED } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import type { Send } from '../../connection/send.ts';
import { common } from '../../i18n/words/common.ts';
import { pupil as words } from '../../i18n/words/pupil.ts';
import { refusal } from '../../i18n/words/refusal.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { createFixture, type Fixture, guest, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { type Rendered, render } from '../../testing/render.tsx';
import { GuestScreen } from './GuestScreen.tsx';
import { PupilScreen } from './PupilScreen.tsx';

const ME = pupil('c1', 1);
const CHOICES = [
  { key: 'A', text: 'a' },
  { key: 'B', text: 'b' },
] as const;
const SECTIONS = { common, refusal, pupil: words };

const never = () => new Promise<never>(() => {});

interface Doing {
  readonly onKeep?: (command: Command) => void;
  readonly onPress?: (roundId: string, timeStamp: number) => void;
  readonly send?: Send;
}

function screen(fixture: Fixture, doing: Doing = {}, link: LinkPhase = 'online') {
  const { onKeep = () => {}, onPress = () => {}, send = never } = doing;
  const props = { seat: ME, link, outbox: {}, now: fixture.now(), cue: null, onPress, onKeep, send } as const;
  return <PupilScreen lesson={fixture.snapshot(ME)} {...props} />;
}

/** The part of the page that shows turns has come. */
const laterScenes = (page: Rendered) => page.act(async () => void (await import('./later-scenes.ts')));

test('the disc takes one press, at the first touch', async () => {
  const fixture = createFixture();
  const roundId = fixture.buzzer();
  const onPress = vi.fn();
  const page = await render(screen(fixture, { onPress }), SECTIONS);
  const touch = new Event('pointerdown', { bubbles: true });
  await page.act(() => void page.button('抢').dispatchEvent(touch));
  expect(onPress).toHaveBeenCalledWith(roundId, touch.timeStamp);
});

test('[NM1] a winner of another room is a classroom and a number', async () => {
  const fixture = createFixture();
  fixture.buzzer();
  fixture.press('c2', 5);
  fixture.wait(500);
  const page = await render(screen(fixture), SECTIONS);
  expect(page.text()).toContain('马家沟 5号 抢到了');
});

test('换人 asks before it gives the seat up, and says that it waits for the link', async () => {
  const send = vi.fn(never);
  const fixture = createFixture();
  const page = await render(screen(fixture, { send }), SECTIONS);
  await page.act(() => page.button('换人').click());
  expect(send).not.toHaveBeenCalled();
  expect(page.button('不换')).toBeTruthy();
  await page.act(() => page.button('换人').click());
  expect(send).toHaveBeenCalledWith({ type: 'seat.leave' });
  expect(page.text()).toContain('正在发送…');
  await page.show(screen(fixture, { send }, 'lost'));
  expect(page.text()).toContain('连上以后才会换人');
});

test('[FL4] a hand is asked for once, however often the finger taps', async () => {
  const send = vi.fn(never);
  const page = await render(screen(createFixture(), { send }), SECTIONS);
  await page.act(() => page.button('举手').click());
  await page.act(() => page.button('举手').click());
  expect(send).toHaveBeenCalledTimes(1);
});

test('[FL4] once the hand is up the child may say why; a tap shows at once, counts once, and goes back when it is refused', async () => {
  const fixture = createFixture();
  const replies: ((reply: CommandReply) => void)[] = [];
  const send = vi.fn((_: Command) => new Promise<CommandReply>((answer) => void replies.push(answer)));
  const page = await render(screen(fixture, { send }), SECTIONS);
  expect(page.text()).not.toContain('提问');
  fixture.send(ME, { type: 'hand.raise' });
  await page.act(async () => void (await import('./hand-reasons-part.ts')));
  await page.show(screen(fixture, { send }));
  // The chips’ part of the page comes.
  await page.act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(page.text()).toContain('提问');
  const pressed = () => page.all('fieldset button').map((chip) => chip.getAttribute('aria-pressed'));
  expect(pressed()).toEqual(['false', 'false', 'false']);
  await page.act(() => page.button('提问').click());
  await page.act(() => page.button('展示').click());
  expect(send.mock.calls).toEqual([[{ type: 'hand.raise', reason: 'ask' }]]);
  expect(pressed()).toEqual(['false', 'true', 'false']);
  await page.act(() => replies[0]?.(refuse('storage-unavailable')));
  expect(pressed()).toEqual(['false', 'false', 'false']);
  fixture.send(ME, { type: 'hand.raise', reason: 'show' });
  await page.show(screen(fixture, { send }));
  expect(pressed()).toEqual(['false', 'false', 'true']);
});

test('[FL10] the button shows that the hand is down again when its time is over', async () => {
  const fixture = createFixture();
  fixture.send(ME, { type: 'hand.raise', reason: 'ask' });
  const page = await render(screen(fixture), SECTIONS);
  expect(page.button('手已举起').getAttribute('aria-pressed')).toBe('true');
  fixture.wait(HAND_MS);
  await page.show(screen(fixture));
  expect(page.button('举手').getAttribute('aria-pressed')).toBe('false');
  expect(page.all('fieldset')).toEqual([]);
});

test('[FL1] a turn shows above an open question, for the pupil alone and for the class', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, {
    ...UNPREPARED,
    prompt: '1 + 1',
    task: { kind: 'single', choices: [...CHOICES], correct: null },
    seconds: 30,
  });
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
  const page = await render(screen(fixture), SECTIONS);
  await laterScenes(page);
  expect(page.text()).toContain('你们班在发言');
  expect(page.text()).toContain('请准备');
  expect(page.button('A')).toBeTruthy();
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: ME.seatId, seconds: 60 });
  fixture.report({ type: 'track.publish', trackId: 'voice', peerId: 'c1', source: 'microphone' });
  await page.show(screen(fixture));
  expect(page.text()).toContain('轮到你了');
  expect(page.text()).toContain('请对着班里的大屏说话');
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c2', seatId: null, seconds: 60 });
  await page.show(screen(fixture));
  expect(page.text()).not.toContain('发言');
});

test('[FL15] 我来 is large between rounds, and one tap takes the turn of the class', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: null, anyone: true });
  const sent: Command[] = [];
  const send: Send = async (command) => {
    sent.push(command);
    return { ok: true, version: 1 };
  };
  const page = await render(screen(fixture, { send }), SECTIONS);
  await laterScenes(page);
  expect(page.text()).toContain('谁来说？');
  await page.act(() => page.button('我来').click());
  const { turnId = '' } = fixture.state().floor.turns[0] ?? {};
  expect(sent).toEqual([{ type: 'turn.take', turnId }]);
  fixture.send(ME, { type: 'turn.take', turnId });
  await page.show(screen(fixture, { send }));
  expect(page.text()).toContain('轮到你了');
  expect(page.text()).not.toContain('我来');
  fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: ME.seatId, seconds: null, listen: true });
  await page.show(screen(fixture, { send }));
  expect(page.text()).toContain('只有老师听得到你说');
});

test('a taken name explains 换设备, a free one is claimed', async () => {
  const fixture = createFixture();
  const onClaim = vi.fn(async () => ({ ok: true, version: 1 }) as const);
  const onRequest = vi.fn(async () => ({ ok: true, version: 1 }) as const);
  const props = {
    classroomId: 'c1',
    link: 'online',
    last: null,
    onForget: () => {},
    onClaim,
    onRequest,
    onShare: never,
  } as const;
  const page = await render(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />, SECTIONS);
  await page.act(() => page.button('李小明').click());
  expect(page.text()).toContain('已经在另一台平板上');
  await page.act(() => page.button('我要换到这台平板').click());
  expect(onRequest).toHaveBeenCalledWith(seatIdOf('c1', 1));

  fixture.send(guest('c1', 'other'), { type: 'seat.request', seatId: seatIdOf('c1', 1) });
  await page.show(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />);
  expect(page.text()).toContain('请老师点“同意换设备”');
  fixture.send({ role: 'board', classroomId: 'c1', deviceId: 'b' }, { type: 'seat.deny', seatId: seatIdOf('c1', 1) });
  await page.show(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />);
  expect(page.text()).toContain('老师没有同意');
  await page.act(() => page.button('12号').click());
  expect(onClaim).toHaveBeenCalledWith(seatIdOf('c1', 12));
});

test('the next lesson asks 你是小明吗? and forgets on no', async () => {
  const fixture = createFixture();
  const onForget = vi.fn();
  const last = { seatId: seatIdOf('c1', 12), name: '王诗涵', lessonId: 'before' };
  const never = () => new Promise<never>(() => {});
  const props = {
    classroomId: 'c1',
    link: 'online',
    last,
    onForget,
    onClaim: never,
    onRequest: never,
    onShare: never,
  } as const;
  const page = await render(<GuestScreen lesson={fixture.snapshot(guest('c1'))} {...props} />, SECTIONS);
  expect(page.text()).toContain('你是王诗涵吗？');
  await page.act(() => page.button('不是').click());
  expect(onForget).toHaveBeenCalled();
  expect(page.text()).toContain('你是谁？');
});

test('a tapped name is being sent, and the others cannot be tapped until it is answered', async () => {
  const fixture = createFixture();
  fixture.send(pupil('c1', 11), { type: 'seat.leave' });
  let answer = (_: CommandReply) => {};
  const onClaim = vi.fn(
    () =>
      new Promise<CommandReply>((resolve) => {
        answer = resolve;
      }),
  );
  const props = {
    classroomId: 'c1',
    link: 'online',
    last: null,
    onForget: () => {},
    onRequest: never,
    onShare: never,
  } as const;
  const page = await render(
    <GuestScreen lesson={fixture.snapshot(guest('c1'))} onClaim={onClaim} {...props} />,
    SECTIONS,
  );
  await page.act(() => page.button('12号').click());
  expect(page.button('正在发送…').textContent).toContain(fixture.names[seatIdOf('c1', 12)]);
  await page.act(() => page.button('11号').click());
  expect(onClaim).toHaveBeenCalledTimes(1);
  await page.act(() => answer(refuse('seat/unknown')));
  expect(page.text()).not.toContain('正在发送…');
  await page.act(() => page.button('11号').click());
  expect(onClaim).toHaveBeenLastCalledWith(seatIdOf('c1', 11));
});

test('[RO9] 名单里没有我 names the button that helps and keeps the names in sight', async () => {
  const fixture = createFixture();
  const props = { classroomId: 'c1', link: 'online', last: null, onForget: () => {} } as const;
  const page = await render(
    <GuestScreen lesson={fixture.snapshot(guest('c1'))} onClaim={never} onRequest={never} onShare={never} {...props} />,
    SECTIONS,
  );
  await page.act(() => page.button('名单里没有我').click());
  expect(page.text()).toContain('加一名学生');
  expect(page.button('12号')).toBeTruthy();
});

test('[CK1] the common clock stands above whatever is on the tablet', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'clock.start', seconds: 90 });
  fixture.wait(30_000);
  const page = await render(screen(fixture), SECTIONS);
  await laterScenes(page);
  expect(page.text()).toContain('倒计时 1:00');
});

test('[PR2] the pupil who is praised reads so on the tablet, and nobody else does', async () => {
  const fixture = createFixture();
  const praise = (number: number) =>
    fixture.send(LEAD, { type: 'praise.give', classroomId: 'c1', seatId: seatIdOf('c1', number), word: 'great' });
  praise(2);
  const page = await render(screen(fixture), SECTIONS);
  await laterScenes(page);
  expect(page.text()).not.toContain('真棒');
  praise(1);
  await page.show(screen(fixture));
  expect(page.text()).toContain('老师表扬你： 真棒！');
});

test('[CA1] while works are collected the tablet asks for a photo or a drawing, and counts what has arrived', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'works.collect', open: true });
  const page = await render(screen(fixture), SECTIONS);
  await page.act(async () => void (await import('./work-part.ts')));
  expect(page.text()).toContain('老师想看你的作品');
  expect(page.text()).toContain('拍我的作业纸');
  for (const photo of ['ab', 'cd', 'ef']) fixture.send(ME, { type: 'work.send', photo: photo.repeat(32) });
  await page.show(screen(fixture));
  expect(page.text()).toContain('已送到 3 张 ✓');
  expect(page.text()).not.toContain('拍我的作业纸');
  fixture.send(LEAD, { type: 'works.collect', open: false });
  await page.show(screen(fixture));
  expect(page.text()).not.toContain('老师想看你的作品');
});

test('[LD2] between two rounds a tablet says that the teacher is away', async () => {
  const fixture = createFixture();
  fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
  fixture.wait(9_999);
  const page = await render(screen(fixture), SECTIONS);
  await laterScenes(page);
  expect(page.text()).toContain('听老师讲');
  fixture.wait(1);
  await page.show(screen(fixture));
  expect(page.text()).toContain('老师暂时不在');
  fixture.report({ type: 'peer.came', peer: { kind: 'lead' } });
  await page.show(screen(fixture));
  expect(page.text()).toContain('听老师讲');
});

test('[BR8] a tablet that is out of reach follows the board, but keeps a question that can still be answered', async () => {
  const fixture = createFixture();
  fixture.send(LEAD, { ...UNPREPARED, task: { kind: 'single', choices: [...CHOICES], correct: null }, seconds: 30 });
  fixture.wait(1_000);
  const show = (alone: boolean, later = 0) => {
    const props = { seat: ME, outbox: {}, now: fixture.now() + later, cue: null, onPress: () => {}, onKeep: () => {} };
    return <PupilScreen lesson={fixture.snapshot(ME)} link="lost" send={never} alone={alone} {...props} />;
  };
  expect((await render(show(true), SECTIONS)).text()).not.toContain(words.followBoard.zh);
  expect((await render(show(true, 60_000), SECTIONS)).text()).toContain(words.followBoard.zh);
  expect((await render(show(false, 60_000), SECTIONS)).text()).not.toContain(words.followBoard.zh);
});

test('[BR9] [BR14] with the board of its room a tablet raises its hand, and says that a photo cannot be sent', async () => {
  const fixture = createFixture();
  const show = () => {
    const props = { seat: ME, outbox: {}, now: fixture.now(), cue: null, onPress: () => {}, onKeep: () => {} };
    return <PupilScreen lesson={fixture.snapshot(ME)} link="lost" send={never} withBoard {...props} />;
  };
  const listening = await render(show(), SECTIONS);
  expect(listening.text()).toContain(words.withBoard.zh);
  expect(listening.text()).toContain(words.raiseHand.zh);
  fixture.send(LEAD, { ...UNPREPARED, task: { kind: 'photo', correct: null }, seconds: 30 });
  fixture.wait(1_000);
  expect((await render(show(), SECTIONS)).text()).toContain(words.noPhoto.zh);
});
