import { expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { turnServers } from './turn-servers.ts';

const TURN = {
  urls: ['turn:turn.school.example:3478', 'turns:turn.school.example:443?transport=tcp'],
  secret: 'north',
};

test('[RC6] credentials are the expiry with a name, and its HMAC-SHA1 with the shared secret', () => {
  const [server] = turnServers(TURN, 'r1', 1_700_000_000_000);
  // printf 1700043200:r1 | openssl dgst -sha1 -hmac north -binary | base64
  expect(server).toEqual({ urls: TURN.urls, username: '1700043200:r1', credential: 'yub9p7287HVbvUuPtl5KYZrZ53s=' });
});

test('[RC6] who may join is told of the TURN server, and nobody where there is none', async () => {
  const classroom = await TestClassroom.start({ clock: new FakeClock(), turn: TURN });
  const { boards } = await classroom.live('r1');
  const joined = await boards[0]?.media({ type: 'media.join', have: null });
  const username = expect.stringMatching(/^\d+:r1$/);
  expect(joined).toMatchObject({ ok: true, result: { iceServers: [{ urls: TURN.urls, username }] } });
  await classroom.close();

  const without = await TestClassroom.start({ clock: new FakeClock() });
  const lead = await without.lead();
  expect(await lead.media({ type: 'media.join', have: null })).not.toHaveProperty('result.iceServers');
  await without.close();
});
