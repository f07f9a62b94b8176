import type { DtlsParameters } from '@tongke/shared-types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { until } from '../testing/until.ts';
import { DataDesk } from './data-desk.ts';
import type { Datagrams } from './datagrams.ts';

const hex = Array.from({ length: 32 }, () => 'AB').join(':');
const CERTIFICATE: DtlsParameters = { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: hex }] };
const REFUSED = { ok: false, reason: 'not-allowed' };

let classroom: TestClassroom;
let clock: FakeClock;
beforeEach(async () => {
  clock = new FakeClock();
  classroom = await TestClassroom.start({ clock });
  await classroom.lead();
});
afterEach(() => classroom.close());

const open = (screen: FakeScreen) => screen.openData(CERTIFICATE);
const channels = () => [...classroom.sfu.channels.values()].map(({ seatId }) => seatId);
const numberOf = (seatId: string) =>
  [...classroom.sfu.channels.values()].find((known) => known.seatId === seatId)?.channel ?? 0;

/** The seam that the timing of presses uses. */
function datagrams() {
  const received: [string, string, number[]][] = [];
  const seam: Datagrams = classroom.side.datagrams;
  const stop = seam.onReceived((lessonId, seatId, bytes) => received.push([lessonId, seatId, [...bytes]]));
  return { seam, received, stop };
}

describe('the data desk', () => {
  test('[DP2] a pupil gets a channel of the own seat, whoever else asks gets none', async () => {
    const pupil = await classroom.pupil('r1-s1');
    expect(await open(pupil)).toMatchObject({ ok: true, result: { sctpPort: 5000 } });
    expect(channels()).toEqual(['r1-s1']);
    const others = [
      await classroom.guest('r1'),
      await classroom.board('r1'),
      await classroom.phone('r1'),
      await classroom.lead(),
    ];
    for (const screen of others) expect(await open(screen)).toEqual(REFUSED);
    expect(await pupil.ask('data', { type: 'data.open', seatId: 'r1-s2', dtlsParameters: CERTIFICATE })).toEqual({
      ok: false,
      reason: 'malformed',
    });
    const stranger = classroom.screen({
      as: 'tablet',
      deviceKey: 'x'.repeat(22),
      by: { kind: 'seat', lessonId: 'l1' },
    });
    await stranger.hello();
    expect(await open(stranger)).toEqual({ ok: false, reason: 'not-signed-in' });
    expect(channels()).toEqual(['r1-s1']);
  });

  test('[DP6] messages reach the seat and come from it, at once', async () => {
    const { seam, received, stop } = datagrams();
    const pupil = await classroom.pupil('r1-s1');
    expect(seam.send('l1', 'r1-s1', Uint8Array.of(1))).toBe(false);
    await open(pupil);
    const channel = numberOf('r1-s1');
    expect(seam.send('l1', 'r1-s1', Uint8Array.of(1))).toBe(true);
    expect(classroom.sfu.datagrams).toEqual([{ channel, message: Uint8Array.of(1) }]);
    classroom.sfu.arrive(channel, Uint8Array.of(2));
    classroom.sfu.arrive(999, Uint8Array.of(3));
    expect(received).toEqual([['l1', 'r1-s1', [2]]]);
    stop();
    classroom.sfu.arrive(channel, Uint8Array.of(4));
    expect(received).toHaveLength(1);
  });

  test('[DP3] a seat that is freed, or goes to another device, leaves its channel', async () => {
    const { seam } = datagrams();
    const first = await classroom.pupil('r1-s1');
    await open(first);
    await first.do({ type: 'seat.leave' });
    await until('the channel is closed', () => channels().length === 0);
    expect(seam.send('l1', 'r1-s1', Uint8Array.of(1))).toBe(false);
    expect(await open(first)).toEqual(REFUSED);

    const second = await classroom.pupil('r1-s1');
    await open(second);
    const board = await classroom.board('r1');
    const third = await classroom.guest('r1');
    await third.do({ type: 'seat.request', seatId: 'r1-s1' });
    const at = classroom.room.state.classrooms.r1?.seats['r1-s1']?.request?.at ?? 0;
    await board.do({ type: 'seat.allow', seatId: 'r1-s1', at });
    await until('the channel is closed', () => channels().length === 0);
    expect(await open(second)).toEqual(REFUSED);
    expect(await open(third)).toMatchObject({ ok: true });
  });

  test('[DP3] 全部重来 closes the channels of its room alone', async () => {
    for (const seatId of ['r1-s1', 'r1-s2', 'r2-s1']) await open(await classroom.pupil(seatId));
    const board = await classroom.board('r1');
    await board.do({ type: 'room.reset' });
    await until('the channels are closed', () => channels().length === 1);
    expect(channels()).toEqual(['r2-s1']);
  });

  test('[DP3] a seat that is lost while its channel is being opened has none', async () => {
    const { seam } = datagrams();
    const pupil = await classroom.pupil('r1-s1');
    const release = classroom.sfu.hold();
    const opening = open(pupil);
    await until('the SFU is asked', () => classroom.sfu.asked.some(({ type }) => type === 'data.open'));
    await pupil.do({ type: 'seat.leave' });
    release();
    expect(await opening).toEqual({ ok: false, reason: 'busy-try-again' });
    await until('the channel is closed', () => channels().length === 0);
    expect(seam.send('l1', 'r1-s1', Uint8Array.of(1))).toBe(false);
  });

  test('[DP4] a channel is opened five times at once, then once in five seconds', async () => {
    const pupil = await classroom.pupil('r1-s1');
    for (let time = 0; time < 5; time += 1) expect(await open(pupil)).toMatchObject({ ok: true });
    expect(await open(pupil)).toEqual({ ok: false, reason: 'too-many-requests' });
    clock.advance(5_000);
    expect(await open(pupil)).toMatchObject({ ok: true });
    expect(channels()).toEqual(['r1-s1']);
  });

  test('[DP5] with the end of the lesson nothing passes, and a channel is refused', async () => {
    const { seam, received } = datagrams();
    const lead = await classroom.lead();
    await lead.do({ type: 'lesson.start' });
    const pupil = await classroom.pupil('r1-s1');
    await open(pupil);
    const channel = numberOf('r1-s1');
    await lead.do({ type: 'lesson.end' });
    classroom.sfu.arrive(channel, Uint8Array.of(1));
    expect([received, seam.send('l1', 'r1-s1', Uint8Array.of(1))]).toEqual([[], false]);
    expect(await open(pupil)).toEqual({ ok: false, reason: 'lesson/ended' });
    clock.advance(5_000);
    await until('the SFU closes it', () => channels().length === 0);
  });

  test('[DP1] without the SFU a channel is refused, and presses count as before', async () => {
    const lead = await classroom.lead();
    await lead.do({ type: 'lesson.start' });
    const pupil = await classroom.pupil('r1-s1');
    classroom.sfu.unplug();
    expect(await open(pupil)).toEqual({ ok: false, reason: 'media/unavailable' });
    expect(await pupil.do({ type: 'hand.raise' })).toMatchObject({ ok: true });
  });
});

describe('channels that end at the SFU', () => {
  test('[DP5] are told to the tablet of the seat, which may open another', async () => {
    const one = await classroom.pupil('r1-s1');
    const two = await classroom.pupil('r1-s2');
    for (const screen of [one, two]) await open(screen);
    const channel = numberOf('r1-s1');
    const of = { lessonId: 'l1', seatId: 'r1-s1', channel };
    classroom.sfu.tell({ type: 'data.closed', ...of, cause: 'connection-closed' });
    classroom.sfu.tell({ type: 'data.closed', ...of, cause: 'connection-closed' });
    await until('the tablet is told', () => one.dataNotices.length > 0);
    expect(datagrams().seam.send('l1', 'r1-s1', Uint8Array.of(1))).toBe(false);
    expect(await open(one)).toMatchObject({ ok: true });
    expect([one.dataNotices.length, two.dataNotices.length]).toEqual([1, 0]);
    classroom.sfu.tell({ type: 'data.lost', lessonId: 'l1' });
    await until('both are told', () => one.dataNotices.length + two.dataNotices.length === 3);
  });

  test('[DP6] a link that went and came changes nothing; what was lost meanwhile is told', async () => {
    const one = await classroom.pupil('r1-s1');
    const two = await classroom.pupil('r1-s2');
    for (const screen of [one, two]) await open(screen);
    const channel = numberOf('r1-s1');
    classroom.sfu.reattach();
    classroom.sfu.unplug();
    classroom.sfu.channels.delete(numberOf('r1-s2'));
    classroom.sfu.reattach();
    await until('the tablet is told', () => two.dataNotices.length === 1);
    const { seam, received } = datagrams();
    classroom.sfu.arrive(channel, Uint8Array.of(5));
    expect([received, seam.send('l1', 'r1-s1', Uint8Array.of(6))]).toEqual([[['l1', 'r1-s1', [5]]], true]);
    expect(one.dataNotices).toEqual([]);
    classroom.sfu.replace();
    await until('a replaced SFU is told', () => one.dataNotices.length === 1);
  });

  test('[DP6] a signaling that starts anew takes over the channels whose device still sits there, and closes the others', async () => {
    const device = 'd'.repeat(22);
    await open(await classroom.pupil('r1-s1', device));
    const { holder } = [...classroom.sfu.channels.values()][0] ?? { holder: '' };
    const of = { lessonId: 'l1', holder };
    classroom.sfu.channels.set(77, { ...of, seatId: 'r1-s2', channel: 77 });
    classroom.sfu.channels.set(78, { lessonId: 'gone', seatId: 'r1-s1', holder, channel: 78 });
    const fresh = new DataDesk({
      link: classroom.sfu,
      registry: classroom.side.registry,
      seats: { tellSeat: () => {} },
      clock,
      log: classroom.log,
    });
    const received: string[] = [];
    fresh.onReceived((_, seatId) => received.push(seatId));
    classroom.sfu.listen(fresh);
    await until('the others are closed', () => classroom.sfu.channels.size === 1);
    classroom.sfu.arrive(numberOf('r1-s1'), Uint8Array.of(1));
    classroom.sfu.arrive(77, Uint8Array.of(1));
    expect(received).toEqual(['r1-s1']);
    expect(fresh.send('l1', 'r1-s1', Uint8Array.of(1))).toBe(true);
  });
});
