import {
  decodeTimingDatagram,
  encodeTimingDown,
  sealCue,
  type TimingDatagram,
  type TimingDown,
  type TimingUp,
} from '@tongke/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { settle } from '../../testing/fake-wire.ts';
import { createTiming, type Page, type Timing } from './timing.ts';
import { type TimingTools, timingTools } from './timing-tools.ts';

const KEY = new Uint8Array(32).fill(3);
const CUE = {
  type: 'cue' as const,
  roundId: 'round-1',
  sealed: sealCue({ prompt: '谁先来？', mode: 'pupil', teams: null }, 'round-1', KEY, new Uint8Array(24).fill(4)),
};

const PAGE: Page = { now: () => now, timeOrigin: 1.7e12, frame: (draw) => void frames.push(draw) };

let now: number;
let frames: ((at: number) => void)[];
let said: TimingUp[];
let load: () => Promise<TimingTools>;
let timing: Timing;

/** A data path that the test holds the other end of. */
function fakePath() {
  const sent: (TimingDatagram | null)[] = [];
  let hear: (bytes: Uint8Array) => void = () => {};
  const path = {
    send: (bytes: Uint8Array) => sent.push(decodeTimingDatagram(bytes)) > 0,
    onMessage: (listener: typeof hear) => {
      hear = listener;
      return () => {
        hear = () => {};
      };
    },
  };
  return {
    path,
    sent,
    hear: (message: TimingDown) => {
      for (const bytes of encodeTimingDown(message)) hear(bytes);
    },
  };
}

function drawFrame(at: number): void {
  for (const draw of frames.splice(0)) draw(at);
}

beforeEach(() => {
  now = 5_000;
  frames = [];
  said = [];
  load = async () => timingTools;
  timing = createTiming({ say: (message) => said.push(message), loadTools: () => load(), page: PAGE });
  timing.prepare();
});

test('[TM2] a ping is answered at once on every path, and its second copy not again', async () => {
  await settle();
  const { path, sent, hear } = fakePath();
  timing.attach(path);
  hear({ type: 'ping', nonce: 77 });
  timing.heard({ type: 'ping', nonce: 77 });
  expect(said).toEqual([{ type: 'pong', nonce: 77 }]);
  expect(sent).toEqual([{ type: 'pong', nonce: 77 }]);
});

test('[TM12] without a second path everything goes over the socket', async () => {
  timing.heard({ type: 'ping', nonce: 1 });
  timing.heard(CUE);
  await settle();
  timing.heard({ type: 'key', roundId: 'round-1', key: KEY });
  await settle();
  drawFrame(5_016);
  timing.copy('id', timing.stamp('round-1', 5_300));
  expect(said.map(({ type }) => type)).toEqual(['pong', 'cued', 'shown']);
});

test('[TM4] the cue is on the screen with its key, and the frame that shows it is stamped', async () => {
  timing.heard(CUE);
  await settle();
  expect(said).toEqual([{ type: 'cued', roundId: 'round-1' }]);
  expect(timing.cue.getState()).toBeNull();
  timing.heard({ type: 'key', roundId: 'round-1', key: new Uint8Array(32).fill(9) });
  await settle();
  expect(timing.cue.getState()).toBeNull();
  timing.heard({ type: 'key', roundId: 'round-1', key: KEY });
  await settle();
  expect(timing.cue.getState()).toEqual({ roundId: 'round-1', prompt: '谁先来？', shownAt: null });
  expect(timing.stamp('round-1', 5_000).shown).toBeNull();
  drawFrame(5_016.7);
  expect(timing.cue.getState()?.shownAt).toBe(5_016.7);
  expect(said[said.length - 1]).toEqual({ type: 'shown', roundId: 'round-1', at: 5_016.7 });
  now = 5_400;
  expect(timing.stamp('round-1', 5_390)).toEqual({ roundId: 'round-1', shown: 5_016.7, pressed: 5_390 });
  expect(timing.stamp('round-2', 5_390).shown).toBeNull();
});

test('[TM4] as a browser brings it, the cue is a plain buffer', async () => {
  const buffer = (bytes: Uint8Array) => bytes.slice().buffer as unknown as Uint8Array;
  timing.heard({ ...CUE, sealed: buffer(CUE.sealed) });
  timing.heard({ type: 'key', roundId: 'round-1', key: buffer(KEY) });
  await settle();
  expect(timing.cue.getState()?.prompt).toBe('谁先来？');
});

test('[TM4] a cue is not acknowledged before it can be opened', async () => {
  timing = createTiming({ say: (message) => said.push(message), loadTools: () => load(), page: PAGE });
  let arrive: (tools: TimingTools) => void = () => {};
  load = () => Promise.reject(new Error('no network'));
  timing.heard(CUE);
  await settle();
  expect(said).toEqual([]);
  load = () =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  timing.heard(CUE);
  await settle();
  expect(said).toEqual([]);
  arrive(timingTools);
  await settle();
  expect(said).toEqual([{ type: 'cued', roundId: 'round-1' }]);
});

test('[TM8] the second cue of a round takes the place of the first', async () => {
  const other = new Uint8Array(32).fill(5);
  const sealed = sealCue({ prompt: '再来', mode: 'pupil', teams: null }, 'round-1', other, new Uint8Array(24).fill(6));
  timing.heard(CUE);
  timing.heard({ ...CUE, sealed });
  await settle();
  timing.heard({ type: 'key', roundId: 'round-1', key: KEY });
  await settle();
  expect(timing.cue.getState()).toBeNull();
  timing.heard({ type: 'key', roundId: 'round-1', key: other });
  await settle();
  expect(timing.cue.getState()?.prompt).toBe('再来');
});

test('[TM8] without a key the view tells the prompt; a key that comes after it moves no stamp', async () => {
  timing.heard(CUE);
  timing.openByView('round-1', '谁先来？');
  drawFrame(5_016);
  timing.heard({ type: 'key', roundId: 'round-1', key: KEY });
  await settle();
  drawFrame(5_033);
  expect(timing.cue.getState()?.shownAt).toBe(5_016);
  expect(said.filter(({ type }) => type === 'shown')).toHaveLength(1);
  timing.forget('round-1');
  expect(timing.cue.getState()).toBeNull();
});

test('[TM6] the copy of a press carries the same id and the same stamps', async () => {
  await settle();
  const { path, sent } = fakePath();
  const detach = timing.attach(path);
  timing.openByView('round-1', '');
  drawFrame(4_000);
  const stamps = timing.stamp('round-1', 4_990);
  timing.copy('press-1', stamps);
  expect(sent[sent.length - 1]).toEqual({
    type: 'press',
    id: 'press-1',
    roundId: 'round-1',
    shown: 4_000,
    pressed: 4_990,
  });
  detach();
  timing.copy('press-2', stamps);
  expect(sent.filter((message) => message?.type === 'press')).toHaveLength(1);
});
