import { type Command, LEAD_PEER, UNPREPARED } from '@tongke/shared-types';
import { describe, expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { board as words } from '../../i18n/words/board.ts';
import { cheer } from '../../i18n/words/cheer.ts';
import { clock } from '../../i18n/words/clock.ts';
import { common } from '../../i18n/words/common.ts';
import { ink } from '../../i18n/words/ink.ts';
import { leading } from '../../i18n/words/leading.ts';
import { link } from '../../i18n/words/link.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { screen } from '../../i18n/words/screen.ts';
import { teach } from '../../i18n/words/teach.ts';
import { works } from '../../i18n/words/works.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, guest, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { BoardLive } from './BoardLive.tsx';

const WORDS = { assistant, board: words, common, ink, leading, link, cheer, clock, refusal, screen, teach, works };
const ASK: Command = {
  ...UNPREPARED,
  prompt: '1 + 1 = ?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '二' },
      { key: 'B', text: '三' },
    ],
    correct: 'A',
  },
  seconds: 30,
};

async function open(fixture: Fixture, classroomId = 'c1') {
  const snapshot = fixture.snapshot(board(classroomId));
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const room = view.classrooms[classroomId];
  if (!room) throw new Error('The fixture has no such room.');
  const screen = session.connection.store.getState();
  const page = await render(<BoardLive {...{ view, room, names, screen, session }} now={fixture.now()} />, WORDS);
  const hold = async (label: string) => {
    vi.useFakeTimers();
    await page.act(() => void page.button(label).dispatchEvent(new Event('pointerdown', { bubbles: true })));
    await page.act(() => void vi.advanceTimersByTime(1_000));
    vi.useRealTimers();
  };
  return { ...page, session, hold, tap: (label: string) => page.act(() => page.button(label).click()) };
}

const roundOf = (fixture: Fixture) => fixture.state().round?.roundId ?? '';

describe('the board in a lesson', () => {
  test('[FL7] says that the camera is on and covers it with one tap', async () => {
    const page = await open(createFixture());
    await page.act(() =>
      page.session.media.store.setState(({ own }) => ({ own: { ...own, camera: { state: 'on', track: null } } })),
    );
    expect(page.text()).toContain('摄像头已开');
    await page.tap('遮住');
    expect(page.session.sent).toEqual([{ type: 'camera.cover' }]);
  });

  test('[SH6] a shared screen stands large, with whose it is; in a question it stays, small', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'screen.share', style: 'detail' });
    const page = await open(fixture);
    expect(page.text()).toContain('屏幕马上就来');
    expect(page.text()).toContain('老师的屏幕');
    fixture.report({ type: 'track.publish', trackId: 'screen', peerId: LEAD_PEER, source: 'screen' });
    const next = await open(fixture);
    await next.act(() => next.session.media.store.setState({ remote: { screen: {} as MediaStreamTrack } }));
    expect(next.all('video').map((video) => video.getAttribute('aria-label'))).toEqual(['老师的屏幕']);
    await next.act(() => next.session.media.store.setState({ held: ['screen'] }));
    expect(next.text()).toContain('先保住声音');
    fixture.send(LEAD, ASK);
    expect((await open(fixture)).text()).toContain('老师的屏幕');
  });

  test('[SH1] [SH4] the drawer offers to share only in the own turn, and says where the browser cannot', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    await page.hold('助教');
    expect(page.text()).toContain('轮到你们发言时，可以把这块大屏给大家看');
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
    const next = await open(fixture);
    await next.hold('助教');
    expect(next.text()).toContain('这个浏览器不能投屏');
  });

  test('[CK1] the common clock stands on the board, and says when it rests and when it is over', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'clock.start', seconds: 90 });
    fixture.wait(500);
    expect((await open(fixture)).text()).toContain('倒计时 1:30');
    fixture.send(LEAD, { type: 'clock.pause' });
    expect((await open(fixture)).text()).toContain('暂停 1:30');
    fixture.send(LEAD, { type: 'clock.start', seconds: null });
    fixture.wait(61_000);
    expect((await open(fixture)).text()).toContain('计时 1:01');
    fixture.send(LEAD, { type: 'clock.start', seconds: 5 });
    fixture.wait(5_000);
    expect((await open(fixture)).text()).toContain('时间到！ 0:00');
  });

  test('[PR2] the own board shows whom the teacher praises, another one the class alone, and both for 10 s', async () => {
    const fixture = createFixture();
    const seatId = seatIdOf('c1', 2);
    fixture.send(LEAD, { type: 'praise.give', classroomId: 'c1', seatId, word: 'brave' });
    const name = fixture.snapshot(board('c1')).names[seatId] ?? '';
    const own = await open(fixture);
    expect(own.text()).toContain(`${name}真勇敢！`);
    const other = await open(fixture, 'c2');
    expect(other.text()).toContain('的一位同学 · 真勇敢！');
    expect(other.text()).not.toContain(name);
    fixture.wait(10_000);
    expect((await open(fixture)).text()).not.toContain('真勇敢');
  });

  test('[PR3] the assistant’s drawer claps, and says that it has arrived', async () => {
    const page = await open(createFixture());
    await page.hold('助教');
    await page.tap('鼓掌');
    expect(page.session.sent).toEqual([{ type: 'applause.give' }]);
    expect(page.text()).toContain('掌声送到了');
  });

  test('[CA4] works stand side by side, from which class; with names once the teacher reveals them', async () => {
    const fixture = createFixture();
    const works = [1, 2].map((number) => ({ seatId: seatIdOf('c2', number), photo: `${number}a`.repeat(32) }));
    for (const work of works) fixture.send(board('c2'), { type: 'work.send', ...work });
    const workIds = fixture.state().works.tray.map(({ workId }) => workId);
    fixture.send(LEAD, { type: 'works.show', workIds, revealed: false });
    const room = fixture.state().classrooms.c2?.name ?? '';
    const other = await open(fixture);
    expect(other.all('li').map(({ textContent }) => textContent?.endsWith(`${room} 的作品`))).toEqual([true, true]);
    expect((await open(fixture, 'c2')).all('li')[0]?.textContent).toContain(`${room} 的作品`);
    fixture.send(LEAD, { type: 'works.show', workIds: workIds.slice(0, 1), revealed: true });
    const own = await open(fixture, 'c2');
    expect(own.all('li')[0]?.textContent).toContain(
      own.session.connection.store.getState().lesson?.names[seatIdOf('c2', 1)],
    );
    expect((await open(fixture)).all('li')[0]?.textContent).toContain(`${room} 1号`);
  });

  test('[SH3] a board that shares says so, and stops with one tap', async () => {
    const page = await open(createFixture());
    const stop = vi.fn();
    Object.assign(page.session.media.screen, { stop });
    await page.act(() => page.session.media.store.setState({ screen: { state: 'on', track: {} as MediaStreamTrack } }));
    await page.tap('停止投屏');
    expect(stop).toHaveBeenCalledOnce();
  });

  test('[WL7] [WL8] a picture that the link does not carry makes way for a still on D, and for words below it', async () => {
    const fixture = createFixture();
    fixture.report({ type: 'track.publish', trackId: 'camera', peerId: LEAD_PEER, source: 'camera' });
    const show = async (down: 'D' | 'E' | 'F') => {
      fixture.report({ type: 'link.report', peerId: 'c1', down, up: 'full' });
      const page = await open(fixture);
      const stills = { [LEAD_PEER]: 'blob:still' };
      await page.act(() => page.session.media.store.setState({ held: ['camera'], stills }));
      const sources = page.all('img').map((image) => image.getAttribute('src'));
      return [sources.includes('blob:still'), page.text()] as const;
    };
    const [still, words] = await show('D');
    expect(still).toBe(true);
    expect(words).toContain('声音正常 · 画面两秒一张');
    const [old, slow] = await show('E');
    expect(old).toBe(false);
    expect(slow).toContain('网络较慢，先保证声音');
    expect((await show('F'))[1]).toContain('听不到声音');
  });

  test('[FL21] a board whose link carries one room alone says so while several others may speak', async () => {
    const fixture = createFixture({ classrooms: 3 });
    const says = async () => (await open(fixture, 'c1')).text().includes('只听正在说话的班');
    fixture.report({ type: 'link.report', peerId: 'c1', down: 'D', up: 'full' });
    expect(await says()).toBe(false);
    fixture.send(LEAD, { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null });
    expect(await says()).toBe(true);
    fixture.report({ type: 'link.report', peerId: 'c1', down: 'C', up: 'full' });
    expect(await says()).toBe(false);
  });

  test('[AU2] marks whoever of the others speaks, and tells a room whose turn stays silent to speak up', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c2', seatId: null, seconds: 60 });
    const other = await open(fixture);
    expect(other.text()).not.toContain('正在说话');
    await other.act(() => other.session.media.store.setState({ speaks: ['c2'] }));
    expect(other.text()).toContain('正在说话');

    const page = await open(fixture, 'c2');
    vi.useFakeTimers();
    await page.act(() =>
      page.session.media.store.setState(({ own }) => ({ own: { ...own, microphone: { state: 'on', track: null } } })),
    );
    expect(page.text()).not.toContain('还没有听到声音');
    await page.act(() => void vi.advanceTimersByTime(6_000));
    expect(page.text()).toContain('还没有听到声音');
    await page.act(() => page.session.media.store.setState({ speaks: ['c2'] }));
    expect(page.text()).not.toContain('还没有听到声音');
    vi.useRealTimers();
  });

  test('[AU2] of a chorus it names who is heard', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null });
    const page = await open(fixture);
    expect(page.text()).toContain(`发言：${words.everybody.zh}`);
    await page.act(() => page.session.media.store.setState({ speaks: ['c2'] }));
    expect(page.text()).not.toContain(words.everybody.zh);
    expect(page.text()).toContain('发言：');
  });

  test('[TW6] of a word for the assistant the board shows a mark without text; the word stands in the drawer alone', async () => {
    const fixture = createFixture();
    const mark = 'footer [role=img]';
    expect((await open(fixture)).all(mark)).toEqual([]);
    const before = (await open(fixture)).text();
    fixture.send(LEAD, { type: 'word.say-to', classroomId: 'c1', word: 'quiet' });
    fixture.send(board('c1'), { type: 'word.say', word: 'call-on', seatId: seatIdOf('c1', 2) });
    const page = await open(fixture);
    expect(page.all(mark).map(({ textContent }) => textContent)).toEqual(['']);
    expect(page.text()).toBe(before);
    await page.hold('助教');
    expect(page.all('aside')[0]?.textContent).toContain('请安静一下');
    expect((await open(fixture, 'c2')).all(mark)).toEqual([]);
  });

  test('[RO7] joining opens the QR, and the code only when the assistant holds the button', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    await page.tap('学生加入');
    expect(page.all('svg[role=img]')).toHaveLength(1);
    await page.tap('显示课堂码');
    expect(page.session.sent).toEqual([]);
    await page.hold('显示课堂码');
    expect(page.session.sent).toEqual([{ type: 'door.open' }]);
    fixture.send(board('c1'), { type: 'door.open' });
    expect((await open(fixture)).text()).toContain('加入 483 201');
  });

  test('[RO4] a request to change the device stands on the board, with one tap for yes', async () => {
    const fixture = createFixture();
    fixture.send(guest('c1', 'other'), { type: 'seat.request', seatId: seatIdOf('c1', 2) });
    const page = await open(fixture);
    await page.tap('同意换设备');
    expect(page.session.sent).toEqual([{ type: 'seat.allow', seatId: seatIdOf('c1', 2), at: expect.any(Number) }]);
  });

  test('[RO4] the request stands on the screen for joining too', async () => {
    const fixture = createFixture();
    fixture.send(guest('c1', 'other'), { type: 'seat.request', seatId: seatIdOf('c1', 2) });
    const page = await open(fixture);
    await page.tap('学生加入');
    expect(page.all('[role=dialog] section')).toHaveLength(1);
    await page.tap('同意换设备');
    expect(page.session.sent).toEqual([{ type: 'seat.allow', seatId: seatIdOf('c1', 2), at: expect.any(Number) }]);
  });

  test('[FL3] the own turn is large, asks to get ready until the microphone is open, and the room can end it', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: seatIdOf('c1', 1), seconds: 60 });
    const page = await open(fixture);
    expect(page.text()).toContain('请准备');
    await page.act(() =>
      page.session.media.store.setState(({ own }) => ({ own: { ...own, microphone: { state: 'on', track: null } } })),
    );
    expect(page.text()).toContain('你在讲话');
    await page.tap('结束发言');
    expect(page.session.sent).toEqual([{ type: 'turn.end', turnId: fixture.state().floor.turns[0]?.turnId }]);
  });

  test('[FL16] where turns wait for the assistant the board has one big 开麦, and says who is asked', async () => {
    const fixture = createFixture();
    fixture.send(board('c1'), { type: 'microphone.set', waits: true });
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: seatIdOf('c1', 1), seconds: 60 });
    const page = await open(fixture);
    expect(page.text()).toContain('老师请李小明讲话');
    await page.tap('开麦');
    await page.tap('先不讲');
    const { turnId } = fixture.state().floor.turns[0] ?? {};
    expect(page.session.sent).toEqual([
      { type: 'turn.accept', turnId },
      { type: 'turn.end', turnId },
    ]);
    expect((await open(fixture, 'c2')).text()).not.toContain('发言：');
  });

  test('[FL17] a listen turn says so on the own board, and nothing on another', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: null, listen: true });
    const page = await open(fixture);
    await page.act(() =>
      page.session.media.store.setState(({ own }) => ({ own: { ...own, microphone: { state: 'on', track: null } } })),
    );
    expect(page.text()).toContain('老师在听你说');
    expect(page.text()).toContain('只有老师听得到');
    expect((await open(fixture, 'c2')).text()).not.toContain('发言：');
  });

  test('[FL15] a turn for anyone asks who will speak, and the drawer names one', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60, anyone: true });
    const page = await open(fixture);
    await page.act(() =>
      page.session.media.store.setState(({ own }) => ({ own: { ...own, microphone: { state: 'on', track: null } } })),
    );
    expect(page.text()).toContain('谁来说？请一位同学');
    await page.hold('助教');
    await page.tap('李小明');
    expect(page.session.sent).toEqual([
      { type: 'turn.take', turnId: fixture.state().floor.turns[0]?.turnId, seatId: seatIdOf('c1', 1) },
    ]);
  });

  test('[FL13] in a dialogue the other classroom is seen and named, and the own turn stands below', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'floor.open', mode: 'dialogue', classroomIds: ['c1', 'c2'], seconds: null });
    const page = await open(fixture);
    expect(page.text()).toContain('发言：马家沟');
    expect(page.text()).toContain('请准备');
    expect(page.all('[role=timer]')).toEqual([]);
  });

  test('[FL20] a draw flashes for two seconds and ends on the one who was drawn', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'name.draw', classroomId: 'c1' });
    const page = await open(fixture);
    expect(page.text()).toContain('抽到谁呢');
    fixture.wait(2_000);
    const later = await open(fixture);
    expect(later.text()).toContain('抽到啦！李小明');
    expect((await open(fixture, 'c2')).text()).toContain('抽到啦！五班 1号');
  });

  test('[LD2] a lead teacher who is missed is said on every board, with how long, beside the question that goes on', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, ASK);
    fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    fixture.wait(9_999);
    expect((await open(fixture)).text()).not.toContain('老师暂时不在');
    fixture.wait(2_001);
    const page = await open(fixture);
    expect(page.text()).toContain('老师暂时不在，马上回来');
    expect(page.text()).toContain('已经等了 0:12');
    expect(page.text()).toContain('1 + 1 = ?');
    expect((await open(fixture, 'own')).text()).toContain('老师的电脑断开了');
    fixture.report({ type: 'peer.came', peer: { kind: 'lead' } });
    expect((await open(fixture)).text()).not.toContain('老师暂时不在');
  });

  test('[LD2] where an assistant leads, every board says who, and not that the teacher is away', async () => {
    const fixture = createFixture();
    fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    fixture.wait(10_000);
    fixture.send(board('c2'), { type: 'lead.take' });
    for (const room of ['c1', 'c2', 'own']) {
      const page = await open(fixture, room);
      expect(page.text()).toContain('现在由马家沟的老师带');
      expect(page.text()).not.toContain('马上回来');
    }
    fixture.report({ type: 'peer.came', peer: { kind: 'lead' } });
    fixture.send(LEAD, { type: 'lead.take-back' });
    expect((await open(fixture)).text()).not.toContain('现在由');
  });

  test('[IK14] the board of the room that took the lead has the tools of whoever leads on its page, and no others have', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'paper.add', photo: null });
    fixture.report({ type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' });
    fixture.wait(10_000);
    const tools = async (room = 'c1') => (await open(fixture, room)).all('[role="group"] button');
    expect(await tools()).toEqual([]);
    fixture.send(board('c1'), { type: 'lead.take' });
    const page = await open(fixture);
    expect(await tools('c2')).toEqual([]);
    for (const words of [ink.pen.zh, ink.point.zh, ink.eraser.zh, ink.shape.zh]) expect(page.text()).toContain(words);
    for (const words of [ink.write.zh, ink.zoom.zh]) expect(page.text()).not.toContain(words);
    expect(page.all('[data-ink]')).toHaveLength(0);
    await page.tap(ink.pen.zh);
    expect(page.all('[data-ink]')).toHaveLength(1);
    fixture.report({ type: 'peer.came', peer: { kind: 'lead' } });
    fixture.send(LEAD, { type: 'lead.take-back' });
    expect(await tools()).toEqual([]);
  });

  test('a microphone that is refused during the turn is said, with one action', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
    const page = await open(fixture);
    await page.act(() =>
      page.session.media.store.setState(({ own }) => ({
        own: { ...own, microphone: { state: 'refused', track: null } },
      })),
    );
    expect(page.text()).toContain('麦克风没有允许');
    expect(page.button('再试一次')).toBeTruthy();
  });

  test('[NM1] a winner of another room is a classroom and a number', async () => {
    const fixture = createFixture();
    fixture.buzzer();
    fixture.press('c2', 2);
    fixture.send(LEAD, { type: 'round.close', roundId: roundOf(fixture) });
    const elsewhere = await open(fixture, 'c1');
    expect(elsewhere.text()).toContain('马家沟 2号');
    const name = fixture.names[seatIdOf('c2', 2)] ?? '';
    expect(elsewhere.text()).not.toContain(name);
    expect((await open(fixture, 'c2')).text()).toContain(name);
  });

  test('[QZ5] the right answer and the classrooms’ counts come with the reveal, single pupils never', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, ASK);
    fixture.send(pupil('c1', 1), {
      type: 'answer.give',
      roundId: roundOf(fixture),
      answer: { kind: 'single', choice: 'A' },
    });
    const before = await open(fixture);
    expect(before.text()).toContain('本班 1 / 11 已作答');
    expect(before.text()).not.toContain('✓');
    fixture.close();
    fixture.send(LEAD, { type: 'question.reveal', roundId: roundOf(fixture) });
    const after = await open(fixture);
    expect(after.text()).toContain('五班 答对 1/1');
    expect(after.text()).toContain('✓');
  });

  test('a refused camera is a sentence with one action; the lesson goes on', async () => {
    const page = await open(createFixture());
    await page.act(() =>
      page.session.media.store.setState(({ own }) => ({ own: { ...own, camera: { state: 'refused', track: null } } })),
    );
    expect(page.text()).toContain('摄像头没有允许');
    expect(page.button('再试一次')).toBeTruthy();
  });
});
