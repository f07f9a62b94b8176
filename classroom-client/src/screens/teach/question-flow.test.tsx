import { type Command, type TaskKind, UNPREPARED } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assistant } from '../../i18n/words/assistant.ts';
import { cheer } from '../../i18n/words/cheer.ts';
import { clock } from '../../i18n/words/clock.ts';
import { common } from '../../i18n/words/common.ts';
import { leading } from '../../i18n/words/leading.ts';
import { link } from '../../i18n/words/link.ts';
import { questions } from '../../i18n/words/questions.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { screen } from '../../i18n/words/screen.ts';
import { teach } from '../../i18n/words/teach.ts';
import { works } from '../../i18n/words/works.ts';
import { asked, loseLinks, QUESTIONS, roundIdOf, type Stage } from '../../testing/asked.ts';
import { fakeSession } from '../../testing/fake-session.ts';
import { createFixture, type Fixture, LEAD, seatIdOf } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { REST_MS } from '../shared/use-tap-gate.ts';
import { LiveScreen } from './LiveScreen.tsx';

const WORDS = { assistant, common, leading, link, questions, cheer, clock, refusal, screen, teach, works };
const KINDS = Object.keys(QUESTIONS) as TaskKind[];

/** What the bank and the lesson hold; '' finds nothing. */
function bank(ofLesson: readonly object[], ofBank: readonly object[] = ofLesson) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const questions = url.includes('/lessons/') ? ofLesson : ofBank;
    const page = { total: questions.length, pages: 1, subjects: [], grades: [], points: [] };
    return { json: async () => ({ ok: true, questions, ...page }) };
  });
  return asked;
}

beforeEach(() => void bank([]));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(fixture: Fixture) {
  const snapshot = fixture.snapshot(LEAD);
  const session = fakeSession(snapshot, fixture.now());
  const { view, names } = snapshot;
  const screen = session.connection.store.getState();
  const page = await render(<LiveScreen {...{ view, names, screen, session }} now={fixture.now()} />, WORDS);
  const tap = (words: string) => page.act(() => page.button(words).click());
  return { ...page, session, sent: session.sent as readonly Command[], tap };
}

const prepared = (questionId: string, more: object = {}) => {
  const { type: _, onTablet: __, ...question } = QUESTIONS.number;
  return { questionId, subject: '数学', grade: 3, points: ['分数'], ...question, prompt: `题 ${questionId}`, ...more };
};

describe('choosing what to ask', () => {
  test('A to D and true or false are asked in two taps, without a right answer', async () => {
    const page = await open(createFixture());
    await page.tap('出题');
    await page.tap('A–D 马上答');
    const choices = ['A', 'B', 'C', 'D'].map((key) => ({ key, text: '' }));
    expect(page.sent).toEqual([{ ...UNPREPARED, task: { kind: 'single', choices, correct: null }, seconds: 30 }]);
    const other = await open(createFixture());
    await other.tap('出题');
    await other.tap('判断马上答');
    expect(other.sent).toEqual([{ ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 30 }]);
  });

  test('[BK4] the lesson’s questions stand in their order; one is looked at, and asked as prepared or otherwise', async () => {
    vi.useFakeTimers();
    bank([prepared('q2', { readSeconds: 7, seconds: 45, explanation: '想一想' }), prepared('q1')]);
    const page = await open(createFixture());
    await page.tap('出题');
    const list = page.all('[role=dialog] button').map(({ textContent }) => textContent ?? '');
    expect(list.findIndex((said) => said.includes('题 q2'))).toBeLessThan(
      list.findIndex((said) => said.includes('题 q1')),
    );
    expect(list.find((said) => said.includes('题 q2'))).toContain('数字');
    expect(document.activeElement?.textContent).toContain('题 q2');
    await page.tap('题 q2');
    expect(page.sent).toEqual([]);
    expect(document.activeElement?.textContent).toBe('开始作答');
    expect(page.all('[role=radio][aria-checked=true]').map(({ textContent }) => textContent)).toEqual([
      '45 秒',
      '7 秒',
      '题目和选项',
    ]);
    await page.tap('15 秒');
    await page.tap('不用');
    await page.tap('只有按键');
    await page.tap('开始作答');
    const { task } = QUESTIONS.number;
    expect(page.sent).toEqual([
      { ...UNPREPARED, prompt: '题 q2', task, explanation: '想一想', onTablet: 'keys', readSeconds: 0, seconds: 15 },
    ]);
    await page.act(async () => void (await vi.advanceTimersByTimeAsync(REST_MS)));
    await page.tap('出题');
    expect(page.button('题 q2').textContent).toContain('问过了');
    expect(document.activeElement?.textContent).toContain('题 q1');
  });

  test('[BK3] the whole bank is searched where the lesson has none', async () => {
    const requests = bank([], [prepared('q9')]);
    const page = await open(createFixture());
    await page.tap('出题');
    expect(page.button('题 q9')).toBeTruthy();
    expect(requests.some((url) => url.includes('/api/questions'))).toBe(true);
  });
});

describe('while it runs', () => {
  test('[QZ10] the reading time is said, with its own countdown', async () => {
    const page = await open(asked('single', 'reading'));
    expect(page.text()).toContain('正在读题');
    expect(page.all('[role=timer]')[0]?.textContent).toContain('7');
  });

  test('[QZ9] answered and expected are counted per classroom and together, with what is still arriving', async () => {
    const page = await open(loseLinks(asked('single', 'open'), 'c1', 10, 11));
    expect(page.text()).toContain('39 / 56 已作答');
    expect(page.button('五班').textContent).toContain('答 9/11');
    expect(page.button('五班').textContent).toContain('2 个还在路上');
    // The teacher's own class is a classroom like the others.
    expect(page.button('三班').textContent).toContain('答 10/11');
    expect(page.all('[role=group]')[0]?.textContent).toContain('2 个还在路上');
  });
});

describe('after the close', () => {
  test.each(KINDS)('[QZ5] %s: every classroom has its result, the own one too', async (kind) => {
    const page = await open(asked(kind, 'closed'));
    const cards = page.all('section[aria-label="答题结果"] button').map(({ textContent }) => textContent ?? '');
    for (const name of ['三班', '五班', '马家沟', '白杨沟', '河西'])
      expect(cards.some((said) => said.startsWith(name))).toBe(true);
    expect(cards.find((said) => said.startsWith('河西'))).toContain('没有人答');
  });

  test('[QZ12] a question on the spot gets its right answer by one tap', async () => {
    const fixture = asked('true-false', 'closed', { question: { task: { kind: 'true-false', correct: null } } });
    const page = await open(fixture);
    expect(page.text()).toContain('点一下正确答案');
    const keys = page.all('[aria-label="点一下正确答案"] button');
    await page.act(() => keys[1]?.click());
    expect(page.sent).toEqual([{ type: 'question.mark', roundId: roundIdOf(fixture), correct: false }]);
  });

  test('[QZ12] with several right answers each tap adds one or takes one', async () => {
    const fixture = asked('multiple', 'closed');
    const page = await open(fixture);
    const keys = () => page.all('[aria-label="点一下正确答案"] button');
    expect(keys().map((key) => key.getAttribute('aria-pressed'))).toEqual(['true', 'false', 'true', 'false']);
    await page.act(() => keys()[0]?.click());
    expect(page.sent).toEqual([{ type: 'question.mark', roundId: roundIdOf(fixture), correct: ['C'] }]);
  });

  test('[QZ14] equal texts are one group; it is called right, and put up without names', async () => {
    const fixture = asked('text', 'closed', { question: { task: { kind: 'text', correct: null } } });
    const page = await open(fixture);
    const roundId = roundIdOf(fixture);
    await page.tap('分母');
    await page.tap('算对');
    await page.tap('上大屏');
    expect(page.sent).toEqual([
      { type: 'question.mark', roundId, correct: ['分母'] },
      { type: 'question.show-answer', roundId, item: { by: 'group', group: '分母' } },
    ]);
  });

  test('[QZ14] a number group is right or not by one tap', async () => {
    const fixture = asked('number', 'closed', { question: { task: { kind: 'number', unit: '米', correct: null } } });
    const page = await open(fixture);
    await page.tap('1.5 米');
    await page.tap('算对');
    expect(page.sent).toEqual([
      { type: 'question.mark', roundId: roundIdOf(fixture), correct: { value: 1.5, tolerance: 0 } },
    ]);
  });

  test.each(KINDS)('[QZ14] %s: a single answer goes onto the boards by its own button, once', async (kind) => {
    const fixture = asked(kind, 'closed');
    const seatId = seatIdOf('c1', 1);
    const roundId = roundIdOf(fixture);
    const page = await open(fixture);
    await page.tap('五班');
    expect(page.text()).toContain(fixture.names[seatId]);
    await page.tap('上大屏');
    expect(page.sent).toEqual([{ type: 'question.show-answer', roundId, item: { by: 'seat', seatId } }]);
    fixture.send(LEAD, { type: 'question.show-answer', roundId, item: { by: 'seat', seatId } });
    const after = await open(fixture);
    await after.tap('五班');
    expect(after.button('已上大屏').hasAttribute('disabled')).toBe(true);
  });

  test('[QZ4] counted hands stand beside the single answers', async () => {
    const page = await open(asked('single', 'closed'));
    await page.tap('马家沟');
    expect(page.text()).toContain('助教数手：2 人');
  });

  test('the classrooms’ pictures are one tap away, and so are the results', async () => {
    const page = await open(asked('single', 'closed'));
    await page.tap('教室画面');
    expect(page.all('section[aria-label="教室"]')).toHaveLength(1);
    await page.tap('答题结果');
    expect(page.all('section[aria-label="答题结果"]')).toHaveLength(1);
  });

  test('fifty classrooms have fifty results, the one that stands out first', async () => {
    const page = await open(asked('single', 'closed', { classrooms: 50 }));
    const cards = page
      .all('section[aria-label="答题结果"] button')
      .filter(({ textContent }) => textContent?.match(/班|沟|西/));
    expect(cards).toHaveLength(51);
    expect(cards[0]?.textContent).toContain('马家沟');
  });
});

describe('step by step', () => {
  const jade: readonly (readonly [Stage, string, Command['type']])[] = [
    ['reading', '结束作答', 'round.close'],
    ['open', '结束作答', 'round.close'],
    ['closed', '公布答案', 'question.reveal'],
    ['revealed', '讲解', 'question.explain'],
    ['explained', '下一题', 'round.dismiss'],
  ];
  test.each(jade)('[QZ13] %s: the one next step is %s', async (stage, words, type) => {
    const page = await open(asked('single', stage));
    // Whoever works with the keyboard has it under the finger.
    expect(document.activeElement?.textContent).toBe(words);
    await page.tap(words);
    expect(page.sent).toEqual([{ type, roundId: expect.any(String) }]);
  });

  test('[QZ6] after the countdown was ended early the last answers come in, and there is nothing to press until the close', async () => {
    const fixture = asked('single', 'open');
    fixture.send(LEAD, { type: 'round.close', roundId: fixture.state().round?.roundId ?? '' });
    const page = await open(fixture);
    expect(page.text()).toContain('正在收最后的答案');
    expect(page.all('button').some(({ textContent }) => /结束作答|公布答案/.test(textContent ?? ''))).toBe(false);
  });

  test('without an explanation the next question follows the reveal, and its sheet opens', async () => {
    const page = await open(asked('number', 'revealed'));
    expect(page.all('button').some(({ textContent }) => textContent === '讲解')).toBe(false);
    await page.tap('下一题');
    expect(page.sent).toEqual([{ type: 'round.dismiss', roundId: expect.any(String) }]);
    expect(page.all('[role=dialog]')).toHaveLength(1);
  });

  test('the explanation can be read while it is explained', async () => {
    const page = await open(asked('single', 'explained', { question: { explanation: '先通分' } }));
    expect(page.all('[role=group]')[0]?.textContent).toContain('先通分');
  });
});

describe('scores', () => {
  test('[SC3] each classroom’s score stands with its formula in one sentence', async () => {
    const page = await open(asked('single', 'revealed'));
    await page.tap('课堂得分');
    expect(page.text()).toContain('每题 10 分 × 答对人数 ÷ 应答人数，取平均');
    const lines = page.all('[role=dialog] li').map(({ textContent }) => textContent);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/6\.4 分/);
  });

  test('[SC1] [SC2] points may be switched off, and streaks are off until they are switched on', async () => {
    const page = await open(createFixture());
    await page.tap('课堂得分');
    const [points, streaks] = page.all('[role=switch]');
    expect([points, streaks].map((item) => item?.getAttribute('aria-checked'))).toEqual(['true', 'false']);
    await page.act(() => streaks?.click());
    expect(page.sent).toEqual([{ type: 'lesson.score-settings', points: true, streaks: true }]);
  });
});
