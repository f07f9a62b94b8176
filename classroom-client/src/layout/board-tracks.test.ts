import { LEAD_PEER, mayWatch } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { board, createFixture, LEAD } from '../testing/fixtures.ts';
import { boardTracks } from './board-tracks.ts';
import { leadTracks } from './lead-tracks.ts';
import { publishWants } from './publish-wants.ts';

function lesson() {
  const fixture = createFixture();
  for (const peerId of [LEAD_PEER, 'c1', 'c2']) {
    fixture.report({ type: 'track.publish', trackId: `camera-${peerId}`, peerId, source: 'camera' });
  }
  fixture.report({ type: 'track.publish', trackId: 'voice-lead', peerId: LEAD_PEER, source: 'microphone' });
  const give = (classroomId: string) => {
    fixture.send(LEAD, { type: 'turn.give', classroomId, seatId: null, seconds: 60 });
    fixture.report({
      type: 'track.publish',
      trackId: `voice-${classroomId}`,
      peerId: classroomId,
      source: 'microphone',
    });
  };
  const wants = (classroomId: string) => boardTracks(fixture.state(), classroomId).map(({ trackId }) => trackId);
  return { ...fixture, give, wants };
}

test('[FL8] a board wants the teacher, voice first', () => {
  expect(lesson().wants('c1')).toEqual(['voice-lead', 'camera-lead']);
});

test('[FL8] during a turn of another room it wants that room too, and never its own', () => {
  const fixture = lesson();
  fixture.give('c2');
  expect(fixture.wants('c1')).toEqual(['voice-lead', 'voice-c2', 'camera-lead', 'camera-c2']);
  expect(fixture.wants('c2')).toEqual(['voice-lead', 'camera-lead']);
});

test('[FL8] whatever a board wants, the server allows', () => {
  const fixture = lesson();
  fixture.give('c2');
  for (const room of ['own', 'c1', 'c2']) {
    for (const track of boardTracks(fixture.state(), room)) expect(mayWatch(fixture.state(), room, track)).toBe(true);
  }
});

test('the board of the own class is silent and shows the room that speaks', () => {
  const fixture = lesson();
  expect(fixture.wants('own')).toEqual([]);
  fixture.give('c1');
  expect(fixture.wants('own')).toEqual(['camera-c1']);
});

test('[LS4] a room that left wants nothing', () => {
  const fixture = lesson();
  fixture.send(board('c1'), { type: 'classroom.leave' });
  expect(fixture.wants('c1')).toEqual([]);
});

test('[FL7] a board sends its camera in the lesson and its microphone only during its own turn', () => {
  const fixture = lesson();
  expect(publishWants(fixture.state(), 'c1', fixture.now())).toEqual({ camera: true, microphone: false });
  fixture.give('c1');
  expect(publishWants(fixture.state(), 'c1', fixture.now())).toEqual({ camera: true, microphone: true });
  expect(publishWants(fixture.state(), 'c2', fixture.now())).toEqual({ camera: true, microphone: false });
});

test('[FL7] the microphone closes when the countdown ends, though no word of it has come', () => {
  const fixture = lesson();
  fixture.give('c1');
  expect(publishWants(fixture.state(), 'c1', fixture.now() + 60_000).microphone).toBe(false);
});

test('[FL7] a covered camera is off, and before the start only the teacher’s runs', () => {
  const fixture = lesson();
  fixture.send(board('c1'), { type: 'camera.cover' });
  expect(publishWants(fixture.state(), 'c1', fixture.now()).camera).toBe(false);
  const lobby = createFixture({ live: false }).state();
  expect(publishWants(lobby, 'c1', 0)).toEqual({ camera: false, microphone: false });
  expect(publishWants(lobby, LEAD_PEER, 0)).toEqual({ camera: true, microphone: true });
});

test('[SH6] [SH5] a shared screen comes after the voices and before the teacher’s picture; not to who shares it, and silent where the teacher stands', () => {
  const fixture = lesson();
  fixture.send(LEAD, { type: 'screen.share', style: 'motion' });
  for (const source of ['screen', 'screen-sound'] as const)
    fixture.report({ type: 'track.publish', trackId: source, peerId: LEAD_PEER, source });
  expect(fixture.wants('c1')).toEqual(['voice-lead', 'screen', 'screen-sound', 'camera-lead']);
  expect(fixture.wants('own')).toEqual(['screen']);
  fixture.give('c2');
  fixture.send(LEAD, { type: 'screen.stop' });
  fixture.send(board('c2'), { type: 'screen.share', style: 'detail' });
  fixture.report({ type: 'track.publish', trackId: 'room-screen', peerId: 'c2', source: 'screen' });
  expect(fixture.wants('c2')).toEqual(['voice-lead', 'camera-lead']);
  expect(fixture.wants('c1')).toEqual(['voice-lead', 'voice-c2', 'room-screen', 'camera-lead', 'camera-c2']);
  expect(leadTracks(fixture.state(), []).map(({ trackId }) => trackId)).toEqual(['voice-c2', 'room-screen']);
});
