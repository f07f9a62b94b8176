import { type Command, UNPREPARED } from '@tongke/shared-types';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { shelf } from '../../connection/storage.ts';
import { assistant } from '../../i18n/words/assistant.ts';
import { cheer } from '../../i18n/words/cheer.ts';
import { clock } from '../../i18n/words/clock.ts';
import { common } from '../../i18n/words/common.ts';
import { draw } from '../../i18n/words/draw.ts';
import { hands } from '../../i18n/words/hands.ts';
import { leading } from '../../i18n/words/leading.ts';
import { link } from '../../i18n/words/link.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { screen } from '../../i18n/words/screen.ts';
import { teach } from '../../i18n/words/teach.ts';
import { works } from '../../i18n/words/works.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { board, createFixture, type Fixture, LEAD, pupil, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { LiveScreen } from './LiveScreen.tsx';

const WORDS = { assistant, common, draw, hands, leading, link, cheer, clock, refusal, screen, teach, works };
const ASK: Extract<Command, { type: 'question.open' }> = {
  ...UNPREPARED,
  prompt: '1 + 1 = ?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '2' },
      { key: 'B', text: '3' },
    ],
    correct: 'A',
  },
  seconds: 30,
};

afterEach(() => void vi.unstubAllGlobals());

async function open(fixture: Fixture) {
  const snapshot = fixture.snapshot(LEAD);
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const screen = session.connection.store.getState();
  const page = await render(<LiveScreen {...{ view, names, screen, session }} now={fixture.now()} />, WORDS);
  return { ...page, session, tap: (words: string) => page.act(() => page.button(words).click()) };
}

/** Hears nothing. */
class SilentAudio {
  createAnalyser = () => ({ fftSize: 0, getByteTimeDomainData: () => {} });
  createMediaStreamSource = () => ({ connect: () => {} });
  resume = async () => {};
  close = async () => {};
}

describe('the lead teacher’s screen', () => {
  test('50 classrooms have 50 tiles, each with presence and link in words, and the own class one more', async () => {
    const page = await open(createFixture({ classrooms: 50, pupils: 3 }));
    const names = page.all('button').filter(({ textContent }) => textContent?.includes('2/3 人'));
    expect(names).toHaveLength(51);
    expect(page.text()).toContain('50/50 间在线');
  });

  test('[AU1] [AU2] the tile of a classroom that has the turn shows how loud it is, and a mark while it speaks', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
    const page = await open(fixture);
    const bar = () => page.all('b > span > span').map((one) => one.style.transform);
    const marked = () => page.all('[class*=talks]').length;
    expect([bar(), marked()]).toEqual([['scaleX(0)'], 0]);
    await page.act(() => page.session.media.store.setState({ levels: { c1: -35, c2: -20 }, speaks: ['c2', 'c1'] }));
    expect([bar(), marked()]).toEqual([['scaleX(0.5)'], 1]);
  });

  test('[LD3] [LD5] the lead is handed on from a classroom’s sheet after a question, and taken back with one tap', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    expect(page.text()).not.toContain('拿回主持');
    await page.tap('五班');
    await page.tap('请这位老师带一会儿');
    expect(page.session.sent).toEqual([]);
    await page.tap('请这位老师带一会儿');
    expect(page.session.sent).toEqual([{ type: 'lead.hand', to: 'c1' }]);
    fixture.send(LEAD, { type: 'lead.hand', to: 'c1' });
    const after = await open(fixture);
    expect(after.text()).toContain('现在由五班的老师带');
    await after.tap('拿回主持');
    expect(after.session.sent).toEqual([{ type: 'lead.take-back' }]);
  });

  test('a buzzer is a tap and go, and the next one as the last', async () => {
    const page = await open(createFixture());
    await page.tap('抢答');
    await page.tap('跨班分队');
    await page.tap('3 队');
    await page.tap('30 秒');
    await page.tap('开始抢答');
    const asked = { type: 'buzzer.open', mode: 'teams', teams: 3, prompt: '', seconds: 30 };
    expect(page.session.sent).toEqual([asked]);
    const next = await open(createFixture());
    await next.tap('抢答');
    await next.tap('开始抢答');
    expect(next.session.sent).toEqual([asked]);
    shelf.removeItem('tongke.buzzer');
    const first = await open(createFixture());
    await first.tap('抢答');
    await first.tap('开始抢答');
    expect(first.session.sent).toEqual([{ type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 }]);
  });

  test('[SH2] [SH4] the teacher chooses text or film, and is told when nothing was picked', async () => {
    vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia: () => {} } });
    const page = await open(createFixture());
    const start = vi.fn(async () => null);
    Object.assign(page.session.media.screen, { start });
    await page.tap('投屏');
    await page.tap('放影片');
    await page.tap('文字和图片');
    expect(start.mock.calls).toEqual([['motion'], ['detail']]);
    await page.act(() => page.session.media.store.setState({ screen: { state: 'refused', track: null } }));
    expect(page.text()).toContain('没有投屏');
  });

  test('[SH3] [SH6] a classroom’s screen takes the place of the pictures; it can be put aside, and stopped', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
    fixture.send(board('c1'), { type: 'screen.share', style: 'detail' });
    const page = await open(fixture);
    const name = fixture.state().classrooms.c1?.name ?? '';
    expect(page.text()).toContain(`${name} 正在投屏`);
    expect(page.text()).toContain(`${name} 的屏幕`);
    expect(page.text()).not.toContain('间在线');
    await page.tap('教室画面');
    expect(page.text()).toContain('间在线');
    await page.tap('看屏幕');
    expect(page.text()).not.toContain('间在线');
    await page.tap('停止');
    expect(page.session.sent).toEqual([{ type: 'screen.stop' }]);
  });

  test('[SS2] the second screen can be opened while the teacher shares a screen, and while a classroom does', async () => {
    const opened = vi.fn(() => ({}));
    vi.stubGlobal('open', opened);
    const page = await open(createFixture());
    const track = { kind: 'video' } as MediaStreamTrack;
    await page.act(() => page.session.media.store.setState({ screen: { state: 'on', track } }));
    await page.tap('第二块屏幕');
    await page.tap('打开第二块屏幕');
    expect(opened).toHaveBeenCalledOnce();
    expect(page.text()).toContain('停止投屏');
    expect(page.text()).not.toContain('打开第二块屏幕');

    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
    fixture.send(board('c1'), { type: 'screen.share', style: 'detail' });
    const other = await open(fixture);
    await other.tap('第二块屏幕');
    await other.tap('打开第二块屏幕');
    expect(opened).toHaveBeenCalledTimes(2);
  });

  test('[CK1] [CK2] a countdown is two taps; then it can be paused and put away', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    await page.tap('计时');
    await page.tap('2 分钟');
    expect(page.session.sent).toEqual([{ type: 'clock.start', seconds: 120 }]);
    fixture.send(LEAD, { type: 'clock.start', seconds: 120 });
    const next = await open(fixture);
    expect(next.text()).toContain('倒计时 2:00');
    await next.tap('暂停');
    await next.tap('收起');
    expect(next.session.sent).toEqual([{ type: 'clock.pause' }, { type: 'clock.stop' }]);
  });

  test('[PR1] who speaks is praised by two taps, and anybody from the classroom’s sheet', async () => {
    const fixture = createFixture();
    const seatId = seatIdOf('c1', 2);
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId, seconds: 60 });
    fixture.report({ type: 'track.publish', trackId: 'voice', peerId: 'c1', source: 'microphone' });
    const page = await open(fixture);
    await page.tap('表扬');
    await page.tap('真棒');
    const given = { type: 'praise.give', classroomId: 'c1', seatId, word: 'great' };
    expect(page.session.sent).toEqual([given]);
    const { names } = fixture.snapshot(LEAD);
    const next = await open(createFixture());
    await next.act(() => next.button('五班11/12 人').click());
    await next.act(() =>
      next
        .all('[role=radio]')
        .find(({ textContent }) => textContent === '表扬')
        ?.click(),
    );
    await next.act(() =>
      next
        .all('[role=dialog] button')
        .find(({ textContent }) => textContent?.includes(names[seatId] ?? '?'))
        ?.click(),
    );
    await next.tap('真勇敢');
    expect(next.session.sent).toHaveLength(1);
    expect(next.session.sent[0]).toMatchObject({ type: 'praise.give', word: 'brave' });
  });

  test('[PR4] applause names its classrooms for as long as it lasts', async () => {
    const fixture = createFixture();
    fixture.send(board('c1'), { type: 'applause.give' });
    const name = fixture.state().classrooms.c1?.name ?? '';
    expect((await open(fixture)).text()).toContain(`${name} 在鼓掌`);
    fixture.wait(4_000);
    expect((await open(fixture)).text()).not.toContain('在鼓掌');
  });

  test('[CA1] [CA4] the tray collects, is chosen from, and goes to the boards without names unless asked', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    await page.tap('看作品');
    await page.tap('收作品');
    expect(page.session.sent).toEqual([{ type: 'works.collect', open: true }]);
    for (const [at, photo] of ['ab', 'cd'].entries())
      fixture.send(board('c1'), { type: 'work.send', seatId: seatIdOf('c1', at + 1), photo: photo.repeat(32) });
    const [first, second] = fixture.state().works.tray.map(({ workId }) => workId);
    const next = await open(fixture);
    await next.tap('看作品 2');
    const pick = (nth: number) =>
      next.act(() =>
        next
          .all('button[aria-pressed]')
          .filter(({ className }) => className.includes('pick'))
          [nth]?.click(),
      );
    await pick(1);
    await pick(0);
    await next.tap('放到大屏（2）');
    await next.tap('显示是谁的');
    await pick(1);
    await next.tap('放到大屏（1）');
    await next.tap('拿掉');
    expect(next.session.sent).toEqual([
      { type: 'works.show', workIds: [second, first], revealed: false },
      { type: 'works.show', workIds: [first], revealed: true },
      { type: 'work.remove', workId: first },
    ]);
  });

  test('[FL4] hands stand in their order with their waiting time, and a tap gives the turn', async () => {
    const fixture = createFixture();
    fixture.send(pupil('c2', 3), { type: 'hand.raise' });
    fixture.wait(12_000);
    fixture.send(board('c1'), { type: 'hand.raise', reason: 'show' });
    const page = await open(fixture);
    const rows = page.all('ol li').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row?.includes('请发言'))).toBe(true);
    expect(rows[0]).toContain('0:12');
    expect(rows.map((row) => row?.includes('展示'))).toEqual([false, true]);
    await page.act(() => page.all('ol button')[0]?.click());
    expect(page.session.sent).toEqual([
      { type: 'turn.give', classroomId: 'c2', seatId: seatIdOf('c2', 3), seconds: 60 },
    ]);
  });

  test('[FL5] one hand is lowered by the small button beside it, all by the one above', async () => {
    const fixture = createFixture();
    fixture.send(pupil('c2', 3), { type: 'hand.raise' });
    fixture.send(board('c1'), { type: 'hand.raise' });
    const page = await open(fixture);
    const lower = page.all('ol button').filter(({ textContent }) => textContent === '放下');
    expect(lower).toHaveLength(2);
    await page.act(() => lower[0]?.click());
    expect(page.session.sent).toEqual([{ type: 'hand.lower', classroomId: 'c2', seatId: seatIdOf('c2', 3) }]);
    const next = await open(fixture);
    await next.tap('全部放下');
    expect(next.session.sent).toEqual([{ type: 'hands.clear' }]);
  });

  test('[FL11] who had no turn in the last lessons is marked in the queue, until the turn in this one', async () => {
    const fixture = createFixture({
      earlier: [{ classroomId: 'c1', lessons: 3, heard: true, seatIds: [seatIdOf('c1', 2)] }],
    });
    for (const number of [1, 2]) fixture.send(pupil('c1', number), { type: 'hand.raise' });
    const page = await open(fixture);
    const marked = () => page.all('ol li').map(({ textContent }) => textContent?.includes('近 3 节课没发言'));
    expect(marked()).toEqual([true, false]);
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: seatIdOf('c1', 1), seconds: 60 });
    fixture.send(pupil('c1', 1), { type: 'hand.raise' });
    const next = await open(fixture);
    expect(next.all('ol').map(({ textContent }) => textContent?.includes('没发言'))).toEqual([false]);
  });

  test('[FL12] a classroom that was not heard yet is named above the hands, and one tap hears it', async () => {
    const fixture = createFixture({ earlier: [{ classroomId: 'c2', lessons: 2, heard: false, seatIds: [] }] });
    const page = await open(fixture);
    expect(page.text()).toContain('还没听过马家沟');
    expect(page.text()).toContain('近 2 节课没发言');
    await page.tap('请他们说');
    expect(page.session.sent).toEqual([{ type: 'turn.give', classroomId: 'c2', seatId: null, seconds: 60 }]);
    for (const classroomId of ['c1', 'c2']) {
      fixture.send(LEAD, { type: 'turn.give', classroomId, seatId: null, seconds: 60 });
    }
    expect((await open(fixture)).text()).not.toContain('还没听过');
  });

  test('a turn says who speaks and ends with one tap', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c1', seatId: null, seconds: 60 });
    const page = await open(fixture);
    expect(page.text()).toContain('五班 全班 在讲话');
    await page.tap('结束发言');
    expect(page.session.sent).toEqual([{ type: 'turn.end', turnId: fixture.state().floor.turns[0]?.turnId }]);
  });

  test('[FL13] the sheet lets two classrooms talk, for as long as the teacher likes; one tap ends both', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    await page.tap('请发言');
    await page.tap('两班对话');
    await page.tap('不限时');
    const choose = (name: string) =>
      page.act(() =>
        page
          .all('[role=dialog] button')
          .find(({ textContent }) => textContent?.includes(name))
          ?.click(),
      );
    await choose('五班');
    await choose('马家沟');
    await page.tap('开始');
    const open2: Command = { type: 'floor.open', mode: 'dialogue', classroomIds: ['c1', 'c2'], seconds: null };
    expect(page.session.sent).toEqual([open2]);
    fixture.send(LEAD, open2);
    const next = await open(fixture);
    await next.tap('全部结束');
    await next.act(() => next.all('[aria-label="结束马家沟的发言"]')[0]?.click());
    expect(next.session.sent[0]).toEqual({ type: 'floor.clear' });
  });

  test('[FL18] in a round the strip says who follows, and offers the next and the end', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, { type: 'floor.open', mode: 'round-robin', classroomIds: ['c2', 'c1'], seconds: 30 });
    const page = await open(fixture);
    expect(page.text()).toContain('接下来：五班');
    await page.tap('换下一个');
    expect(page.session.sent).toEqual([{ type: 'turn.end', turnId: fixture.state().floor.turns[0]?.turnId }]);
    const next = await open(fixture);
    await next.tap('全部结束');
    expect(next.session.sent).toEqual([{ type: 'floor.clear' }]);
  });

  test('[FL19] all classes speak together with two taps, and end with one', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    await page.tap('请发言');
    await page.tap('大家一起');
    await page.tap('开始');
    const chorus: Command = { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: 60 };
    expect(page.session.sent).toEqual([chorus]);
    fixture.send(LEAD, chorus);
    const next = await open(fixture);
    expect(next.text()).toContain('大家一起说（2 个班）');
    await next.tap('全部结束');
    expect(next.session.sent).toEqual([{ type: 'floor.clear' }]);
  });

  test('[FL20] a name is drawn in three taps; then the turn is one tap away, and so is another draw', async () => {
    const fixture = createFixture();
    const page = await open(fixture);
    await page.tap('请发言');
    await page.tap('随机点名');
    await page.tap('从所有班里抽');
    expect(page.session.sent).toEqual([{ type: 'name.draw', classroomId: null }]);
    fixture.send(LEAD, { type: 'name.draw', classroomId: 'c1' });
    const next = await open(fixture);
    expect(next.text()).toContain('抽到：李小明（五班）');
    await next.tap('再抽一次');
    expect(next.session.sent).toEqual([{ type: 'name.draw', classroomId: 'c1' }]);
    const last = await open(fixture);
    await last.tap('请这位说');
    const { classroomId, seatId } = fixture.state().draw ?? {};
    expect(last.session.sent).toEqual([{ type: 'turn.give', classroomId, seatId, seconds: 60 }]);
  });

  test('[FL15] [FL16] [FL17] a turn for anyone of a class, heard by the teacher alone; 等待开麦 is shown', async () => {
    const fixture = createFixture();
    fixture.send(board('c1'), { type: 'microphone.set', waits: true });
    const page = await open(fixture);
    await page.tap('请发言');
    await page.tap('班里谁来说');
    await page.tap('只有我听');
    await page.act(() =>
      page
        .all('[role=dialog] button')
        .find(({ textContent }) => textContent?.includes('五班'))
        ?.click(),
    );
    const give = {
      type: 'turn.give',
      classroomId: 'c1',
      seatId: null,
      anyone: true,
      seconds: 60,
      listen: true,
    } as const;
    expect(page.session.sent).toEqual([give]);
    fixture.send(LEAD, give);
    const next = await open(fixture);
    expect(next.text()).toContain('谁来说？五班');
    expect(next.text()).toContain('等待开麦');
  });

  test('[FL1] a classroom that is not here cannot get the turn, and the sheet says so', async () => {
    const fixture = createFixture();
    fixture.report({ type: 'peer.went', peer: { kind: 'board', classroomId: 'c1' }, cause: 'link' });
    const page = await open(fixture);
    await page.tap('五班');
    expect(page.text()).toContain('大屏没有连上，不能请它发言');
    expect(page.all('button').some(({ textContent }) => textContent === '请全班发言')).toBe(false);
  });

  test('[QZ5] a question goes on by the one jade button: stop, show, clear', async () => {
    const fixture = createFixture();
    fixture.send(LEAD, ASK);
    const roundId = fixture.state().round?.roundId ?? '';
    fixture.send(pupil('c1', 1), { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } });
    const first = await open(fixture);
    expect(first.text()).toContain('1 / 33 已作答');
    await first.tap('结束作答');
    fixture.close();
    const second = await open(fixture);
    await second.tap('公布答案');
    fixture.send(LEAD, { type: 'question.reveal', roundId });
    const third = await open(fixture);
    expect(third.text()).toContain('答对 1 / 1');
    await third.tap('收起');
    const sent = [first, second, third].flatMap(({ session }) => session.sent.map(({ type }) => type));
    expect(sent).toEqual(['round.close', 'question.reveal', 'round.dismiss']);
  });

  test('[BZ11] the winner is named with the classroom', async () => {
    const fixture = createFixture();
    const roundId = fixture.buzzer();
    fixture.press('c2', 2);
    fixture.send(LEAD, { type: 'round.close', roundId });
    const page = await open(fixture);
    expect(page.text()).toContain(`${fixture.names[seatIdOf('c2', 2)]}（马家沟） 抢到了`);
    await page.tap('请这位同学发言');
    expect(page.session.sent).toEqual([
      { type: 'turn.give', classroomId: 'c2', seatId: seatIdOf('c2', 2), seconds: 60 },
    ]);
  });

  test('in a question each tile counts its own classroom, and the strip names those that are missing', async () => {
    const fixture = createFixture({ classrooms: 50, pupils: 3 });
    fixture.send(LEAD, ASK);
    const roundId = fixture.state().round?.roundId ?? '';
    for (const n of [1, 2])
      fixture.send(pupil('c1', n), { type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } });
    const page = await open(fixture);
    expect(page.button('五班').textContent).toContain('答 2/2');
    expect(page.button('河西').textContent).toContain('答 0/2');
    expect(page.text()).toContain('还差 50 间：三班、马家沟、白杨沟、河西…');
  });

  test('one tap silences the teacher’s microphone and says so, another opens it again', async () => {
    const page = await open(createFixture());
    const track = { enabled: true } as MediaStreamTrack;
    vi.stubGlobal('AudioContext', SilentAudio);
    vi.stubGlobal('MediaStream', class {});
    const own = { camera: { state: 'off', track: null }, microphone: { state: 'on', track } } as const;
    await page.act(() => page.session.media.store.setState({ own }));
    await page.tap('静音');
    expect(track.enabled).toBe(false);
    expect(page.text()).toContain('已静音');
    const other = { enabled: true } as MediaStreamTrack;
    const exchanged = { ...own, microphone: { state: 'on', track: other } } as const;
    await page.act(() => page.session.media.store.setState({ own: exchanged }));
    expect(other.enabled).toBe(false);
    await page.tap('打开麦克风');
    expect(other.enabled).toBe(true);
  });

  test('[LS3] the end is asked for twice', async () => {
    const page = await open(createFixture());
    await page.tap('结束课堂');
    expect(page.session.sent).toEqual([]);
    await page.act(() =>
      page
        .all('[role=dialog] button')
        .find(({ textContent }) => textContent === '结束课堂')
        ?.click(),
    );
    expect(page.session.sent).toEqual([{ type: 'lesson.end' }]);
  });

  test('[FL7] a covered camera shows no picture, not even the last still', async () => {
    const fixture = createFixture();
    fixture.send(board('c1'), { type: 'camera.cover' });
    const page = await open(fixture);
    await page.act(() => page.session.media.store.setState({ stills: { c1: 'blob:old' } }));
    expect(page.all('img')).toEqual([]);
    expect(page.text()).toContain('摄像头已遮住');
  });
});
