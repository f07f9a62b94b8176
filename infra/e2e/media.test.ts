import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cast } from './support/cast.ts';
import { seesTimecode } from './support/senses.ts';

let cast: Cast;
let teacher: Page;
let board: Page;

beforeAll(async () => {
  cast = await Cast.open();
  teacher = await cast.teacher();
  board = await cast.board(0);
  await teacher.getByRole('button', { name: '开始上课' }).click();
  await seesTimecode(board);
});
afterAll(() => cast?.close());

test('the teacher’s camera leaves the laptop in layers of different sizes, all of them sending', async () => {
  await expect
    .poll(() => teacher.evaluate(layersSent))
    .toEqual([
      { rid: 'r0', width: 320 },
      { rid: 'r1', width: 640 },
    ]);
});

test('the voice is mono Opus that carries its own repair and is sent again when it is lost', async () => {
  for (const page of [teacher, board]) {
    const voices = await page.evaluate(voicesAgreed);
    expect(voices).toHaveLength(1);
    for (const { settings, feedback } of voices) {
      expect(settings).toContain('useinbandfec=1');
      expect(settings).not.toContain('stereo=1');
      expect(feedback).toContain('nack');
    }
  }
});

test('the layer that a board receives follows the width at which it is shown', async () => {
  await expect.poll(() => board.evaluate(widthReceived), { timeout: 20_000 }).toBe(640);
  await board.setViewportSize({ width: 420, height: 740 });
  await expect.poll(() => board.evaluate(widthReceived), { timeout: 20_000 }).toBe(320);
  await board.setViewportSize({ width: 1366, height: 768 });
  await expect.poll(() => board.evaluate(widthReceived), { timeout: 20_000 }).toBe(640);
});

/** Runs inside a page: the simulcast layers that have sent frames, the smallest first. */
async function layersSent(): Promise<{ rid: string; width: number }[]> {
  const layers: { rid: string; width: number }[] = [];
  for (const connection of window.tongkeProbe.connections) {
    (await connection.getStats()).forEach((entry) => {
      if (entry.type !== 'outbound-rtp' || entry.kind !== 'video' || !entry.rid || !entry.framesSent) return;
      layers.push({ rid: entry.rid, width: entry.frameWidth });
    });
  }
  return layers.sort((a, b) => a.width - b.width);
}

/** Runs inside a page: what both ends agreed on for each voice that flows; what the far end asked for is what an encoder does. */
async function voicesAgreed(): Promise<{ settings: string; feedback: string[] }[]> {
  const flowing = window.tongkeProbe.connections.filter(({ connectionState }) => connectionState === 'connected');
  return flowing.flatMap(({ remoteDescription }) => {
    const sections = remoteDescription?.sdp.split(/^(?=m=)/m) ?? [];
    return sections
      .filter((section) => /^m=audio (?!0 )/.test(section))
      .map((section) => {
        const opus = /^a=rtpmap:(\d+) opus\//m.exec(section)?.[1];
        const settings = new RegExp(`^a=fmtp:${opus} (.*)$`, 'm').exec(section)?.[1] ?? '';
        const feedback = [...section.matchAll(new RegExp(`^a=rtcp-fb:${opus} (.*?)\r?$`, 'gm'))];
        return { settings, feedback: feedback.map(([, kind = '']) => kind) };
      });
  });
}

/** Runs inside a page: the width of the widest picture that comes in. */
async function widthReceived(): Promise<number> {
  let width = 0;
  for (const connection of window.tongkeProbe.connections) {
    (await connection.getStats()).forEach((entry) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'video') width = Math.max(width, entry.frameWidth ?? 0);
    });
  }
  return width;
}
