import { describe, expect, test } from 'vitest';
import { board, createFixture, type Fixture, LEAD, pupil, START } from '../testing/fixtures.ts';
import { leadTracks } from './lead-tracks.ts';
import { liveRooms, MAX_LIVE, ROTATION_MS } from './live-rooms.ts';

function classrooms(count: number): Fixture {
  const fixture = createFixture({ classrooms: count, pupils: 3 });
  for (let n = 1; n <= count; n++) {
    fixture.report({ type: 'track.publish', trackId: `camera-c${n}`, peerId: `c${n}`, source: 'camera' });
  }
  return fixture;
}

const at = (step: number) => ({ pinned: [], now: START + step * ROTATION_MS });

describe('which classrooms are live on the lead teacher’s screen', () => {
  test('all of them when they fit; the own class has no camera', () => {
    expect(liveRooms(classrooms(4).state(), at(0))).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  test('the one that speaks, then hands by age, then pinned ones, then the others', () => {
    const fixture = classrooms(50);
    fixture.send(pupil('c40', 1), { type: 'hand.raise' });
    fixture.wait(1000);
    fixture.send(board('c30'), { type: 'hand.raise' });
    fixture.send(pupil('c40', 2), { type: 'hand.raise' });
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c50', seatId: null, seconds: 600 });
    const live = liveRooms(fixture.state(), { ...at(0), pinned: ['c20', 'c30'] });
    expect(live.slice(0, 4)).toEqual(['c50', 'c40', 'c30', 'c20']);
    expect(live).toHaveLength(MAX_LIVE);
    expect(new Set(live).size).toBe(MAX_LIVE);
  });

  test('with 50 classrooms every one of them comes up within one round of the rotation', () => {
    const state = classrooms(50).state();
    const seen = new Set<string>();
    for (let step = 0; step < Math.ceil(50 / MAX_LIVE); step++) {
      for (const room of liveRooms(state, at(step))) seen.add(room);
    }
    expect(seen.size).toBe(50);
    expect(liveRooms(state, at(0))).not.toEqual(liveRooms(state, at(1)));
  });

  test('a full stage of pinned rooms leaves no place for rotation', () => {
    const pinned = Array.from({ length: 12 }, (_, n) => `c${n + 1}`);
    expect(liveRooms(classrooms(50).state(), { ...at(0), pinned })).toEqual(pinned.slice(0, MAX_LIVE));
  });

  test('rooms without a camera are left out, whatever they want', () => {
    const fixture = classrooms(3);
    fixture.report({ type: 'track.close', trackId: 'camera-c2', cause: 'covered' });
    fixture.send(board('c2'), { type: 'hand.raise' });
    expect(liveRooms(fixture.state(), at(0))).toEqual(['c1', 'c3']);
  });
});

describe('what the lead teacher receives', () => {
  test('[FL8] the voice that has the floor comes first, then the live cameras', () => {
    const fixture = classrooms(2);
    fixture.send(LEAD, { type: 'turn.give', classroomId: 'c2', seatId: null, seconds: 60 });
    fixture.report({ type: 'track.publish', trackId: 'voice-c2', peerId: 'c2', source: 'microphone' });
    const tracks = leadTracks(fixture.state(), liveRooms(fixture.state(), at(0)));
    expect(tracks.map(({ trackId }) => trackId)).toEqual(['voice-c2', 'camera-c2', 'camera-c1']);
  });

  test('[FL8] nothing before the start', () => {
    expect(leadTracks(createFixture({ live: false }).state(), ['c1'])).toEqual([]);
  });
});
