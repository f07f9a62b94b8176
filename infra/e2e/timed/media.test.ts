import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button } from '../support/button.ts';
import { Cast } from '../support/cast.ts';
import { mediaFiles } from '../support/media-files.ts';
import { hears, remoteVoices, seesTimecode } from '../support/senses.ts';
import { startLesson } from '../support/start-lesson.ts';

let cast: Cast;
let teacher: Page;
let board: Page;
let other: Page;

beforeAll(async () => {
  cast = await Cast.open({}, mediaFiles().video);
  teacher = await cast.teacher();
  board = await cast.board(0);
  other = await cast.board(1);
  await startLesson(teacher);
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
  await expect.poll(() => board.evaluate(widthReceived), { timeout: 60_000 }).toBe(640);
  await board.setViewportSize({ width: 420, height: 740 });
  await expect.poll(() => board.evaluate(widthReceived), { timeout: 20_000 }).toBe(320);
  await board.setViewportSize({ width: 1366, height: 768 });
  await expect.poll(() => board.evaluate(widthReceived), { timeout: 60_000 }).toBe(640);
});

test('[FL19] in a chorus the media server hears who speaks, and lets each board hear the other', async () => {
  await button(teacher, '请发言').click();
  await teacher.getByRole('radio', { name: '大家一起' }).click();
  await button(teacher, '开始').click();
  for (const page of [board, other]) await page.getByText('大家一起说').waitFor();
  expect(await hears(board, 'child')).toBe(true);
  expect(await hears(other, 'child')).toBe(true);
  expect(await hears(teacher, 'child')).toBe(true);
  await button(teacher, '全部结束').click();
  await expect.poll(() => remoteVoices(board)).toBe(1);
});

test('[FL17] a listen turn is heard by the teacher, and no other board receives it', async () => {
  await button(teacher, '请发言').click();
  await teacher.getByRole('switch', { name: '只有我听' }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: '三年级一班' }).click();
  await button(teacher, '请全班发言').click();
  await board.getByText('老师在听你说').waitFor();
  expect(await hears(teacher, 'child')).toBe(true);
  expect(await remoteVoices(other)).toBe(1);
  await button(teacher, '结束发言').click();
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
