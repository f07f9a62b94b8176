import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link, Relay } from '../../netlab/link.ts';
import { BEHIND, FRONT } from '../../netlab/media-addresses.ts';
import { startTcpRelay } from '../../netlab/tcp-relay.ts';
import { startUdpRelay } from '../../netlab/udp-relay.ts';
import { reveal } from '../support/ask.ts';
import { button } from '../support/button.ts';
import { Cast } from '../support/cast.ts';
import { mediaFiles } from '../support/media-files.ts';
import { heard, hears, remoteVoices, seesTimecode } from '../support/senses.ts';
import { startLesson } from '../support/start-lesson.ts';

const CUT_MS = 20_000;

const near: Link = { delayMs: 0, up: true };
/** The village's link: whoever comes after the near ones. */
const village: Link = { delayMs: 20, up: true };
let linkOfNext: Link = near;
const relays: Relay[] = [];
let cast: Cast;
let teacher: Page;
let far: Page;
let tablet: Page;

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_MEDIA_IPS: `${BEHIND}=${FRONT}` }, mediaFiles().slowVideo);
  const { mediaPort, httpPort } = cast.school;
  relays.push(
    await startUdpRelay(() => linkOfNext, { host: FRONT, port: mediaPort }, { host: BEHIND, port: mediaPort }),
    await startTcpRelay(village, { host: FRONT, port: 0 }, { host: FRONT, port: httpPort }),
  );
  teacher = await cast.teacher();
  tablet = await cast.tablet(1, '马小龙');
  linkOfNext = village;
  far = await cast.board(1, `http://localhost:${relays[1]?.port}`);
  await startLesson(teacher);
  await seesTimecode(far);
});
afterAll(async () => {
  await cast?.close();
  for (const relay of relays) await relay.close();
});

test('[RS1] a board that loses its link for 20 s comes back to what the lesson is then', async () => {
  await button(teacher, '出题').click();
  await teacher.getByText('2/5 + 1/5').click();
  await button(teacher, '开始作答').click();
  await far.getByText('2/5 + 1/5').waitFor();

  village.up = false;
  await far.getByText('网断了，正在重连').waitFor();
  await far.waitForTimeout(CUT_MS);
  // Meanwhile the lesson goes on without this board.
  await button(tablet, /^C\b/).click();
  await teacher.getByText('1 / 1 已作答').waitFor();
  await reveal(teacher);
  await button(teacher, '收起').click();
  await button(teacher, '出题').click();
  await teacher.getByText('下面哪个分数最大').click();
  await button(teacher, '开始作答').click();
  await button(tablet, /^A\b/).waitFor();
  await far.getByText('2/5 + 1/5').waitFor();

  village.up = true;
  const back = Date.now();
  await far.getByText('网断了，正在重连').waitFor({ state: 'detached' });
  await far.getByRole('heading', { name: '下面哪个分数最大' }).waitFor();
  console.log(`the board was back ${Date.now() - back} ms after its link`);
  await seesTimecode(far);
  expect(await hears(far, 'teacher')).toBe(true);
  expect(await far.getByText('2/5 + 1/5').count()).toBe(0);
  await teacher.waitForFunction(
    () =>
      [...document.querySelectorAll('video')].filter(({ videoWidth, paused }) => videoWidth > 0 && !paused).length ===
      2,
  );
});

test('[FL9] a link that is lost in a turn ends the turn, and the microphone with it', async () => {
  for (const name of ['结束作答', '公布答案', '收起']) await button(teacher, name).click();
  await button(tablet, '举手').click();
  await button(teacher, /马小龙（/).click();
  await far.getByText(/你们?在讲话/).waitFor();
  expect(await hears(teacher, 'child')).toBe(true);

  village.up = false;
  await button(teacher, '结束发言').waitFor({ state: 'detached' });
  await expect.poll(() => remoteVoices(teacher)).toBe(0);
  expect(await heard(teacher, 2_500)).toEqual([]);

  village.up = true;
  await far.getByText('网断了，正在重连').waitFor({ state: 'detached' });
  await far.getByText(/你们?在讲话/).waitFor({ state: 'detached' });
  await far.waitForFunction(() =>
    window.tongkeProbe.captured.every(({ kind, readyState }) => kind !== 'audio' || readyState === 'ended'),
  );
  expect(await hears(far, 'teacher')).toBe(true);
  expect(await remoteVoices(teacher)).toBe(0);
  expect(await heard(teacher, 2_500)).toEqual([]);
});
