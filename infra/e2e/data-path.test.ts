import { ControlClient } from '@tongke/sfu-server/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PLAIN_HOST } from './support/browser.ts';
import { Cast } from './support/cast.ts';

declare global {
  interface Window {
    /** What came over the page's data channels. */
    heard: number[][];
  }
}

let cast: Cast;

beforeAll(async () => {
  cast = await Cast.open({ TONGKE_HOST: PLAIN_HOST });
});
afterAll(() => cast?.close());

/** The states of the page's data channels. A try that failed, while signaling or its link to the SFU was away, has left a closed one. */
const channels = (page: Page) =>
  page.evaluate(() =>
    window.tongkeProbe.channels.map(({ readyState }) => readyState).filter((state) => state !== 'closed'),
  );
const made = (page: Page) => page.evaluate(() => window.tongkeProbe.channels.length);
const open = (page: Page) => expect.poll(() => channels(page), { timeout: 30_000 }).toEqual(['open']);

/** The page answers every message with the same bytes, and remembers them. */
function echo(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.heard = [];
    for (const channel of window.tongkeProbe.channels)
      channel.addEventListener('message', ({ data }) => {
        window.heard.push([...new Uint8Array(data)]);
        channel.send(data);
      });
  });
}

test('[DP1] [DP3] on plain HTTP a tablet opens its data path once it sits; a message goes there and back, and no other tablet hears it', async () => {
  const guest = await cast.guest(0);
  const one = await cast.tablet(0, '王小明');
  const two = await cast.tablet(0, '李思雨');
  expect(await one.evaluate(() => isSecureContext)).toBe(false);
  for (const tablet of [one, two]) await open(tablet);
  for (const tablet of [one, two]) await echo(tablet);
  expect(await made(guest)).toBe(0);

  // Signaling stands still meanwhile, and the test has its place at the SFU: channels outlive both.
  const { signaling, control } = cast.school;
  process.kill(signaling.pid, 'SIGSTOP');
  const client = await ControlClient.connect(control.url);
  const attached = await client.must({ type: 'attach', secret: control.secret });
  expect(attached.channels).toHaveLength(2);
  const [first = 0] = attached.channels.map(({ channel }) => channel);
  const roundTrips: number[] = [];
  for (let message = 1; message <= 20; message += 1) {
    const sentAt = performance.now();
    const back = client.nextDatagrams();
    client.datagram(first, Uint8Array.of(message));
    await back;
    roundTrips.push(performance.now() - sentAt);
  }
  expect(client.datagrams.map(({ channel, message }) => [channel, ...message])).toEqual(
    Array.from({ length: 20 }, (_, index) => [first, index + 1]),
  );
  const heard = await Promise.all([one, two].map((tablet) => tablet.evaluate(() => window.heard)));
  expect(heard.map(({ length }) => length).sort()).toEqual([0, 20]);
  const median = roundTrips.sort((a, b) => a - b)[10] ?? 0;
  console.log(`round trip over the data path, signaling's place to a tablet's page and back: ${median.toFixed(1)} ms`);
  client.close();
  process.kill(signaling.pid, 'SIGCONT');
  for (const tablet of [one, two]) await open(tablet);
});

test('[DP3] [DP5] 换人 closes the channel; the next child on this tablet gets another', async () => {
  const tablet = await cast.tablet(1, '马小龙');
  await open(tablet);
  await tablet.getByRole('button', { name: '换人' }).click();
  await tablet.getByRole('button', { name: '换人' }).click();
  await expect.poll(() => channels(tablet)).toEqual([]);
  const before = await made(tablet);
  await tablet.getByText('你是谁？').waitFor();
  await tablet.getByRole('button', { name: '朱梦琪' }).click();
  await open(tablet);
  expect(await made(tablet)).toBeGreaterThan(before);
});
