import { type CommandReply, FINDINGS, FINDINGS_IN_ORDER, type Measures } from '@tongke/shared-types';
import { expect, test, vi } from 'vitest';
import { common } from '../../i18n/words/common.ts';
import { refusalStaff as refusal } from '../../i18n/words/refusal-staff.ts';
import { selfTest } from '../../i18n/words/self-test.ts';
import { createFixture } from '../../testing/fixtures.ts';
import { render } from '../../testing/render.tsx';
import { figureOf } from './figure-of.ts';
import { SelfTestButton } from './SelfTestButton.tsx';

const WORDS = { common, refusal, selfTest };
const MEASURED: Measures = {
  camera: 'fine',
  microphone: 'silent',
  loudspeaker: null,
  echo: null,
  down: 2_340_000,
  up: 512_400,
  loss: 0.021,
  roundTrip: 48.6,
  path: 'tcp',
  clock: 1_240,
};

const rooms = Object.values(createFixture({ classrooms: 1, pupils: 3 }).state().classrooms);

/** A test whose measuring ends when it is told to. */
async function opened(reply: CommandReply = { ok: true, version: 1 }) {
  let end: (measured: Measures) => void = () => undefined;
  const run = vi.fn(() => new Promise<Measures>((resolve) => (end = resolve)));
  const send = vi.fn(async () => reply);
  const page = await render(<SelfTestButton {...{ run, send, rooms }} last={undefined} />, WORDS);
  await page.act(() => page.button('课前检查').click());
  return { ...page, run, send, measure: (measured: Measures) => page.act(() => end(measured)) };
}

test('[ST5] 课前检查 says that it runs, then the one thing to do and all it found, the worst first, and tells the lesson', async () => {
  const page = await opened();
  expect(page.text()).toContain('正在检查');
  expect(page.send).not.toHaveBeenCalled();
  await page.measure(MEASURED);
  expect(page.all('[role=alert]')[0]?.textContent).toBe('麦克风没有声音：请检查麦克风是否静音');
  const lines = page.all('li').map(({ textContent }) => textContent);
  expect(lines[0]).toContain('✕麦克风没有声音');
  expect(lines[1]).toContain('!上行偏慢');
  expect(lines[1]).toContain('512 kbit/s');
  expect(lines.find((line) => line?.includes('下行够快'))).toContain('2.3 Mbit/s');
  expect(lines).toHaveLength(8);
  expect(page.text()).toMatch(/平板在线\d+\/\d+/);
  expect(page.send).toHaveBeenCalledExactlyOnceWith({ type: 'self-test.report', measures: MEASURED });
});

test('[ST5] 再查一次 measures again; where all is fine it says so', async () => {
  const page = await opened();
  await page.measure(MEASURED);
  await page.act(() => page.button('再查一次').click());
  expect(page.text()).toContain('正在检查');
  await page.measure({ ...MEASURED, microphone: 'fine', up: 3_000_000, path: 'udp' });
  expect(page.text()).toContain('都好，可以上课');
  expect(page.all('[role=alert]')).toEqual([]);
  expect([page.run.mock.calls.length, page.send.mock.calls.length]).toEqual([2, 2]);
});

test('[ST5] a result that the lesson does not take is shown all the same, with the reason', async () => {
  const page = await opened({ ok: false, reason: 'too-many-requests' });
  await page.measure(MEASURED);
  expect(page.all('[role=alert]').map(({ textContent }) => textContent)).toContain(refusal['too-many-requests'].zh);
  expect(page.all('li')).toHaveLength(8);
});

test('[ST5] a sheet that was closed meanwhile reports nothing', async () => {
  const page = await opened();
  await page.act(() => page.button('关闭').click());
  await page.measure(MEASURED);
  expect(page.send).not.toHaveBeenCalled();
});

test('[ST5] beside the button stands what the last test found', async () => {
  const last = { findings: ['delay/some', 'camera/fine'] as const, at: 5 };
  const page = await render(<SelfTestButton run={vi.fn()} send={vi.fn()} rooms={rooms} last={last} />, WORDS);
  expect(page.text()).toContain('延迟有点长');
  expect(page.text()).not.toContain('摄像头正常');
});

test('[ST1] every finding has its words, and what is wrong says what to do', () => {
  for (const finding of FINDINGS_IN_ORDER)
    expect([finding, selfTest[finding].zh.includes('：')]).toEqual([finding, FINDINGS[finding] !== 'green']);
});

test('figures have their units, and what was not measured has none', () => {
  const nothing: Measures = { ...MEASURED, down: null, up: null, loss: null, roundTrip: null, clock: null };
  const of = (measured: Measures) =>
    (['down/fine', 'up/low', 'loss/fine', 'delay/fine', 'clock/fine', 'camera/fine'] as const).map((finding) =>
      figureOf(finding, measured),
    );
  expect(of(MEASURED)).toEqual(['2.3 Mbit/s', '512 kbit/s', '2.1 %', '49 ms', '± 1.2 s', null]);
  expect(of(nothing)).toEqual([null, null, null, null, null, null]);
});
