import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link, Relay } from '../netlab/link.ts';
import { BEHIND, FRONT } from '../netlab/media-addresses.ts';
import { startUdpRelay } from '../netlab/udp-relay.ts';
import { button } from './support/button.ts';
import { Cast } from './support/cast.ts';
import { mediaFiles } from './support/media-files.ts';
import { hears, seesTimecode } from './support/senses.ts';

/** 88 kbit/s: a voice fits, a picture does not. */
const NARROW = { bytesPerSecond: 11_000, queueBytes: 8_000 };
const PATIENCE = { timeout: 60_000 };
/** From E after 8 s one try of up to 8 s, and another one where a busy machine spoils it. */
const CLIMB = { timeout: 90_000 };

const near: Link = { delayMs: 0, up: true };
/** The village's link: whoever comes after the near ones. */
const village: Link = { delayMs: 40, up: true };
let linkOfNext: Link = near;
let relay: Relay;
let cast: Cast;
let teacher: Page;
let far: Page;

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_MEDIA_IPS: `${BEHIND}=${FRONT}` }, mediaFiles().video);
  const { mediaPort } = cast.school;
  relay = await startUdpRelay(() => linkOfNext, { host: FRONT, port: mediaPort }, { host: BEHIND, port: mediaPort });
  teacher = await cast.teacher();
  linkOfNext = village;
  far = await cast.board(1);
  await button(teacher, '开始上课').click();
  await seesTimecode(far);
});
afterAll(async () => {
  await cast?.close();
  await relay?.close();
});

test('[WL5] a link that becomes narrow keeps the voice, gives the picture up, and says so', async () => {
  await far.getByText('声音正常 · 画面清楚').waitFor(PATIENCE);
  village.toClient = { rate: NARROW };
  await far.getByText(/画面(两秒一张|已停)/).waitFor(PATIENCE);
  await teacher
    .getByText(/画面(两秒一张|已停)/)
    .first()
    .waitFor(PATIENCE);
  expect(await hears(far, 'teacher')).toBe(true);
});

test('[WL3] once the link is wide again the picture comes back by itself', async () => {
  const wide = Date.now();
  delete village.toClient;
  await far.getByText(/画面(已省流|稍省流|清楚)/).waitFor(CLIMB);
  await seesTimecode(far);
  console.log(`a picture ${Date.now() - wide} ms after the link was wide again`);
}, 200_000);

test('[WL9] 只要声音 holds for a room at once, and 自动 gives its picture back', async () => {
  await button(teacher, /三年级二班/)
    .first()
    .click();
  await teacher.getByRole('radio', { name: '只要声音' }).click();
  await far.getByText('声音正常 · 画面已停').waitFor(PATIENCE);
  expect(await hears(far, 'teacher')).toBe(true);
  await teacher.getByRole('radio', { name: '自动' }).click();
  await seesTimecode(far);
});
