import { expect, test } from 'vitest';
import { fakeSfu, fakeTrack } from '../../testing/fake-engine.ts';
import { loopVoice } from './loop-voice.ts';

async function connected() {
  const sfu = fakeSfu();
  const engine = await sfu.load({}, null);
  const offer = { iceParameters: {}, iceCandidates: [], dtlsParameters: {}, iceServers: [] };
  const none = async () => undefined;
  const send = engine.openSend({ ...offer, id: 'send-1' }, { connect: none, produce: async () => 'track' });
  const receive = engine.openReceive({ ...offer, id: 'receive-1' }, none);
  return { sfu, ways: { ask: sfu.link.ask, send, receive } };
}

test('[AU4] a voice goes to the SFU and comes back, and its end is told', async () => {
  const { sfu, ways } = await connected();
  const looped = await loopVoice(ways, fakeTrack('audio'));
  expect(looped?.track.kind).toBe('audio');
  expect(sfu.asked).toMatchObject([{ type: 'media.loop', transportId: 'send-1' }]);
  looped?.close();
  expect(sfu.detached).toEqual(['c-loop', 'loop']);
  expect(sfu.count('media.loop-close')).toBe(1);
});

test('[AU4] where the rules say no, or nothing is connected, there is no loop', async () => {
  const { sfu, ways } = await connected();
  sfu.refuse('media.loop', 'lesson/already-live');
  expect(await loopVoice(ways, fakeTrack('audio'))).toBeNull();
  expect(await loopVoice({ ...ways, send: null }, fakeTrack('audio'))).toBeNull();
});
