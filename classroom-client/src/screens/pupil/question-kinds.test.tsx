import 'fake-indexeddb/auto';
import { type Answer, type Command, isRight, type TaskKind } from '@tongke/shared-types';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { OutboxItems } from '../../connection/outbox.ts';
import { answer as answerWords } from '../../i18n/words/answer.ts';
import { common } from '../../i18n/words/common.ts';
import { pupil as words } from '../../i18n/words/pupil.ts';
import { refusal } from '../../i18n/words/refusal.ts';
import { paperShelf } from '../../photo/paper-shelf.ts';
import { ASKED, KINDS, question, rightAnswer, type Stage, toStage } from '../../testing/answer-stories.tsx';
import { createFixture, type Fixture, pupil } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { moreKinds } from './AnswerPad.tsx';
import { resultPart } from './LateResult.tsx';
import { PupilScreen } from './PupilScreen.tsx';

const ME = pupil('c1', 1);
const SECTIONS = { common, refusal, pupil: words, answer: answerWords };
const never = () => new Promise<never>(() => {});

// Later parts of the page are there: this is about what they do.
beforeAll(async () => {
  await Promise.all([import('./kinds/more-kinds.ts'), import('./result-part.ts')]);
  moreKinds.fetch();
  resultPart.fetch();
});

function screen(fixture: Fixture, onKeep: (command: Command) => void = () => {}, outbox: OutboxItems = {}) {
  const props = { seat: ME, link: 'online', cue: null, onPress: () => {}, send: never } as const;
  return <PupilScreen lesson={fixture.snapshot(ME)} now={fixture.now()} outbox={outbox} onKeep={onKeep} {...props} />;
}

async function open(kind: TaskKind, stage: Stage, mine?: 'right' | 'wrong' | 'none', more: object = {}) {
  const fixture = createFixture();
  toStage(fixture, question(kind, more), stage, mine);
  const onKeep = vi.fn<(command: Command) => void>();
  const page = await render(screen(fixture, onKeep), SECTIONS);
  const round = fixture.state().round;
  if (round?.kind !== 'question') throw new Error('There is no question.');
  const tap = async (...labels: readonly string[]) => {
    for (const label of labels) await page.act(() => page.button(label).click());
  };
  const given = (): Answer | undefined => {
    const command = onKeep.mock.lastCall?.[0];
    return command?.type === 'answer.give' ? command.answer : undefined;
  };
  return { ...page, fixture, round, tap, given, onKeep };
}

/** How a child gives the answer of this kind. */
const TAPS: Readonly<Partial<Record<TaskKind, readonly string[]>>> = {
  single: ['C'],
  multiple: ['C', 'A', '提交'],
  'true-false': ['对'],
  number: ['3', '.', '5', '提交'],
};

describe.each(KINDS)('a question of the kind %s', (kind) => {
  test('[QZ10] is read first: no answer leaves, and the time to read is told', async () => {
    const page = await open(kind, 'reading');
    expect(page.text()).toContain('先读题');
    for (const one of page.all('main button, main textarea')) {
      if (one.closest('header') === null && !(one as HTMLButtonElement).disabled) await page.act(() => one.click());
    }
    expect(page.onKeep).not.toHaveBeenCalled();
  });

  test('[QZ2] says received, and that it may be changed', async () => {
    const page = await open(kind, 'answered');
    expect(page.text()).toContain('已收到 ✓');
    expect(page.text()).toContain('还可以改');
  });

  test('says sending, too late and not open in words of their own', async () => {
    const { fixture, round, ...page } = await open(kind, 'open');
    const command = { type: 'answer.give', roundId: round.roundId, answer: ASKED[kind].wrong } as const;
    const said = async (state: OutboxItems[string]['state']) => {
      await page.show(screen(fixture, undefined, { [round.roundId]: { id: 'x', command, state } }));
      return page.text();
    };
    expect(await said('sending')).toContain('正在发送…');
    expect(await said({ refused: 'round/closed' })).toContain('太晚了 · 这次没算上');
    expect(await said({ refused: 'question/not-open-yet' })).toContain('还没开始');
  });

  test('[QZ16] with keys only shows no words of the question, and can be answered', async () => {
    const page = await open(kind, 'open', 'none', { onTablet: 'keys' });
    expect(page.text()).not.toContain(ASKED[kind].prompt.slice(0, 8));
    expect(page.all('main button, main textarea, main input').length).toBeGreaterThan(1);
  });

  if (kind !== 'photo')
    test('[QZ5] after the reveal a wrong answer stands beside the right one', async () => {
      const wrong = await open(kind, 'revealed', 'wrong');
      expect(wrong.text()).toContain('这次不对');
      expect(wrong.text()).toContain('正确答案');
      expect(wrong.text()).toContain('你的答案');
      const right = await open(kind, 'revealed', 'right');
      expect(right.text()).toContain('答对了！');
      expect(right.text()).toContain('得 1 分');
    });

  test('[QZ13] the explanation stands there once the teacher explains', async () => {
    expect((await open(kind, 'revealed')).text()).not.toContain('同分母');
    expect((await open(kind, 'explained')).text()).toContain('同分母');
  });

  test('after the close nothing can be sent', async () => {
    const page = await open(kind, 'closed');
    expect(page.text()).toContain('时间到！等老师公布答案');
    for (const one of page.all('main button')) await page.act(() => one.click());
    expect(page.onKeep).not.toHaveBeenCalled();
  });
});

test('[RS13] a photo that was made and not handed in goes with the close of its question', async () => {
  const { fixture, round, ...page } = await open('photo', 'open');
  const paper = {
    roundId: round.roundId,
    who: 's1',
    photo: new Blob(['paper']),
    by: 'camera',
    handedIn: false,
  } as const;
  await paperShelf.keep(paper);
  expect(await paperShelf.recall(round.roundId, 's1')).not.toBeNull();
  fixture.close();
  await page.show(screen(fixture));
  await vi.waitFor(async () => expect(await paperShelf.recall(round.roundId, 's1')).toBeNull(), { timeout: 30_000 });
});

test.each(Object.keys(TAPS) as TaskKind[])('the kind %s is answered by taps', async (kind) => {
  const page = await open(kind, 'open');
  await page.tap(...(TAPS[kind] ?? []));
  expect(page.given()).toEqual(ASKED[kind].right);
  expect(page.onKeep).toHaveBeenCalledTimes(1);
});

test('several right answers are on and off until they are sent', async () => {
  const page = await open('multiple', 'open');
  expect((page.button('提交') as HTMLButtonElement).disabled).toBe(true);
  await page.tap('A', 'B', 'B', 'D', '提交');
  expect(page.given()).toEqual({ kind: 'multiple', choices: ['A', 'D'] });
});

test('a number takes a minus at any time, one point, and gives back the last key', async () => {
  const page = await open('number', 'open');
  await page.tap('4', '.', '.', '2', '9', '退一步', '−', '提交');
  expect(page.given()).toEqual({ kind: 'number', value: -4.2 });
  await page.act(() => void dispatchEvent(new KeyboardEvent('keydown', { key: '7' })));
  await page.tap('提交');
  expect(page.given()).toEqual({ kind: 'number', value: -4.27 });
  expect(page.text()).toContain('米');
});

test('[QZ8] a text counts its characters, rare ones once, and takes no more than it may have', async () => {
  const page = await open('text', 'open');
  const field = page.all('textarea')[0] as HTMLTextAreaElement;
  const write = (text: string) =>
    page.act(() => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
      set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await write('𠮷'.repeat(90));
  expect(page.text()).toContain('80 / 80 字');
  await write(' 兰州\n市 ');
  await page.tap('提交');
  expect(page.given()).toEqual({ kind: 'text', text: '兰州 市' });
});

test('things are put in order by taps, an arrow moves one up, and a step can be taken back', async () => {
  const page = await open('order', 'open');
  const place = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await page.act(() =>
        page
          .all('ol button')
          .find(({ firstChild }) => firstChild?.textContent === key)
          ?.click(),
      );
    }
  };
  await place('A', 'B');
  await page.tap('退一步');
  await place('C', 'B', 'D', 'E', 'F');
  const arrows = page.all('ol button').filter(({ textContent }) => textContent?.includes('▲'));
  expect(arrows).toHaveLength(5);
  await page.act(() => arrows[0]?.click());
  await page.tap('提交');
  expect(page.given()).toEqual({ kind: 'order', keys: ['C', 'A', 'B', 'D', 'E', 'F'] });
});

test('[SC1] [SC2] points are told only where there are some, and a row where it counts', async () => {
  const said = async (points: boolean, streaks: boolean, rounds: number) => {
    const fixture = createFixture();
    fixture.send({ role: 'lead', staffId: 't1', schoolId: 'city' }, { type: 'lesson.score-settings', points, streaks });
    for (let n = 0; n < rounds; n++) toStage(fixture, question('single'), 'revealed');
    return (await render(screen(fixture), SECTIONS)).text();
  };
  expect(await said(false, false, 1)).not.toContain('得 1 分');
  expect(await said(true, false, 3)).toContain('得 1 分');
  expect(await said(true, true, 3)).toContain('连对 3 题，得 2 分');
});

test('the right answers of these stories are right', () => {
  for (const kind of KINDS) {
    const fixture = createFixture();
    toStage(fixture, question(kind), 'open');
    expect(isRight(ASKED[kind].task, ASKED[kind].wrong)).toBe(kind === 'photo' ? null : false);
    const round = fixture.state().round;
    if (round?.kind === 'question' && kind !== 'photo')
      expect(isRight(round.task, rightAnswer(fixture, kind))).toBe(true);
  }
});
