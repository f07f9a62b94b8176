import { type DirectCall, type DirectNotice, directCall } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import type { FakeScreen } from '../testing/fake-screen.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
const clock = new FakeClock();
beforeEach(async () => {
  classroom = await TestClassroom.start({ clock });
});
afterEach(() => classroom.close());

const END: DirectCall['end'] = {
  ice: { usernameFragment: 'abcd', password: 'a'.repeat(24) },
  fingerprint: { algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') },
  candidates: [{ foundation: '1', priority: 2_113_937_151, address: '192.168.1.20', port: 50_000 }],
};
const offer = (linkId: string) => ({ type: 'offer', linkId, end: END }) as const;
const answer = (linkId: string, seatId: string) => ({ type: 'answer', linkId, seatId, end: END }) as const;

/** Two rooms with a tablet in each, and what each screen is told. */
async function rooms() {
  const { lead, boards } = await classroom.live('r1', 'r2');
  const [one, two] = boards as unknown as readonly [FakeScreen, FakeScreen];
  const mine = await classroom.pupil('r1-s1');
  const theirs = await classroom.pupil('r2-s1');
  const heard = new Map<FakeScreen, DirectNotice[]>();
  for (const screen of [lead, one, two, mine, theirs]) {
    const told: DirectNotice[] = [];
    heard.set(screen, told);
    screen.socket.on('direct', (notice: DirectNotice) => told.push(notice));
  }
  return { lead, one, two, mine, theirs, told: (screen: FakeScreen) => heard.get(screen) ?? [] };
}
const say = (screen: FakeScreen, call: unknown) => void screen.socket.emit('direct', call);
/** Whatever was said before has been heard. */
const settled = (...screens: FakeScreen[]) => Promise.all(screens.map((screen) => screen.ask('nothing', null)));

test('[BR8] a tablet calls the board of its room, which is told by the server which seat calls, and answers that seat', async () => {
  const { lead, one, two, mine, theirs, told } = await rooms();
  say(mine, offer('l1'));
  await until('the board is called', () => told(one).length === 1);
  expect(told(one)).toEqual([{ type: 'offer', linkId: 'l1', seatId: 'r1-s1', end: END }]);
  say(one, answer('l1', 'r1-s1'));
  await until('the tablet is answered', () => told(mine).length === 1);
  expect(told(mine)).toEqual([{ type: 'answer', linkId: 'l1', end: END }]);
  expect([told(lead), told(two), told(theirs)]).toEqual([[], [], []]);
});

test('[BR8] nobody calls for another seat, answers for another room, or brings anything but a data channel', async () => {
  const { lead, one, two, mine, theirs, told } = await rooms();
  const phone = await classroom.phone('r1');
  const guest = await classroom.guest('r1');
  say(mine, { ...offer('l1'), seatId: 'r1-s2' });
  say(mine, answer('l1', 'r2-s1'));
  say(two, answer('l1', 'r1-s1'));
  for (const screen of [lead, one, phone, guest]) say(screen, offer('l2'));
  for (const screen of [lead, phone, guest]) say(screen, answer('l2', 'r1-s1'));
  for (const key of ['lead', 'board:r1', '__proto__', 'r1-s9']) say(one, answer('l3', key));
  const address = (given: string) => ({
    ...offer('l4'),
    end: { ...END, candidates: [{ ...END.candidates[0], address: given }] },
  });
  for (const bad of ['example.org', '10.0.0.1 typ srflx', '10.0.0.1\r\nm=audio', '']) say(mine, address(bad));
  say(mine, { ...offer('l4'), end: { ...END, ice: { ...END.ice, usernameFragment: 'ab\r\nm=video 9' } } });
  say(mine, { ...offer('l4'), end: { ...END, sdp: 'm=audio' } });
  say(mine, { ...offer('l4'), end: { ...END, candidates: [] } });
  await settled(lead, one, two, mine, theirs, phone, guest);
  expect([lead, one, two, mine, theirs].map(told)).toEqual([[], [], [], [], []]);
});

test('[BR8] a tablet that calls again and again is not heard; later it is', async () => {
  const { one, mine, told } = await rooms();
  for (let call = 0; call < 20; call += 1) say(mine, offer(`l${call}`));
  await settled(mine, one);
  expect(told(one)).toHaveLength(5);
  clock.advance(60_000);
  say(mine, offer('later'));
  await until('it is heard again', () => told(one).length === 6);
});

test('[BR8] a board lets go of a seat that is released, given to another device, or taken back with all of the room', async () => {
  const { one, two, mine, told } = await rooms();
  await one.do({ type: 'seat.release', seatId: 'r1-s1' });
  await until('it is told', () => told(one).length === 1);
  expect(told(one)).toEqual([{ type: 'over', seatId: 'r1-s1' }]);
  await mine.hello();
  await two.do({ type: 'room.reset' });
  await until('of every seat', () => told(two).some(({ type }) => type === 'over'));
  expect(told(two)).toContainEqual({ type: 'over', seatId: 'r2-s1' });
  expect(told(one)).toHaveLength(1);
});

test('[BR8] what browsers say of themselves fits; a name of the own network is an address', () => {
  const named = '0a1b2c3d-1234-5678-9abc-def012345678.local';
  for (const given of ['10.0.0.7', 'fe80::1', named]) {
    const end = { ...END, candidates: [{ ...END.candidates[0], address: given }] };
    expect(directCall.safeParse({ ...offer('l'), end }).success).toBe(true);
  }
});
