import type { LessonPack, PackState } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { fillPack } from './fill-pack.ts';
import type { PackShelf } from './pack-shelf.ts';
import { picturesOf } from './pictures-of.ts';
import { tellPack } from './tell-pack.ts';

const picture = (hash: string) => ({ hash, bytes: 100 });
const PACK: LessonPack = {
  ...{ lessonId: 'l1', deckId: 'd1', questions: [], steps: [] },
  pages: [1, 2, 3].map((page) => ({ large: picture(`L${page}`), small: picture(`S${page}`) })),
  pictures: [picture('Q')],
};

function rig({ page = 1, busy = false, held = [] as string[] } = {}) {
  const shelf = new Set<string>(held);
  const asked: string[] = [];
  const waits: number[] = [];
  const states: PackState[] = [];
  const stop = new AbortController();
  const answers: ('nothing' | 'forged' | 'right')[] = [];
  let now = 0;
  const kept: PackShelf = {
    has: async (hash) => shelf.has(hash),
    put: async (hash, blob) => {
      if ((await blob.text()) !== hash) return false;
      shelf.add(hash);
      return true;
    },
    keepPack: async () => undefined,
    pack: async () => null,
    keepOnly: async () => undefined,
  };
  const filling = {
    page,
    signal: stop.signal,
    onState: (state: PackState) => void states.push(state),
    isBusy: () => busy,
  };
  const fetch = async (hash: string) => {
    asked.push(hash);
    now += 200;
    const answer = answers.shift() ?? 'right';
    return answer === 'nothing' ? null : new Blob([answer === 'right' ? hash : 'forged']);
  };
  const wait = async (ms: number) => void waits.push(ms);
  const done = () => fillPack(PACK, kept, filling, { fetch, wait, now: () => now });
  return { done, shelf, asked, waits, states, stop, answers };
}

test('[PK4] pages from the current one on come first, then the others, questions, small pages', async () => {
  const { done, asked, states } = rig({ page: 2 });
  await done();
  expect(asked).toEqual(['L2', 'L3', 'L1', 'Q', 'S2', 'S3', 'S1']);
  expect(states[0]).toEqual({ done: 0, pages: 3, questions: 0, bytes: 700, ready: false });
  expect(states[states.length - 1]).toEqual({ done: 3, pages: 3, questions: 0, bytes: 700, ready: true });
  expect(picturesOf({ ...PACK, pictures: [picture('L1')] }, 1)).toHaveLength(6);
});

test('[PK4] what is there is not fetched again; what did not come, or is forged, is asked for again', async () => {
  const { done, asked, answers, waits, shelf } = rig({ held: ['L1', 'Q', 'S1', 'S2', 'S3'] });
  answers.push('nothing', 'forged', 'right');
  await done();
  expect(asked).toEqual(['L2', 'L2', 'L2', 'L3']);
  expect(waits).toEqual([1_000, 2_000]);
  expect(shelf.size).toBe(7);
});

test('[PK4] while a lesson runs three quarters of the time are left to it; whoever stops it ends it', async () => {
  const { done, waits, stop, asked } = rig({ busy: true, held: ['L2', 'L3', 'Q', 'S1', 'S2'] });
  await done();
  expect(waits).toEqual([600, 600]);
  stop.abort();
  await done();
  expect(asked).toEqual(['L1', 'S3']);
});

test('[PK5] the lesson is told at most every 3 s, and at once when all is there; the same once', () => {
  let now = 0;
  const sent: unknown[] = [];
  const tell = tellPack(
    async (command) => {
      sent.push(command);
      return { ok: true, version: 1 };
    },
    () => now,
  );
  const state = { done: 0, pages: 2, questions: 0, bytes: 9, ready: false };
  tell(state);
  tell({ ...state, done: 1 });
  now = 3_000;
  tell({ ...state, done: 1 });
  tell({ ...state, done: 2, ready: true });
  tell({ ...state, done: 2, ready: true });
  expect(sent).toEqual([
    { type: 'pack.report', ...state },
    { type: 'pack.report', ...state, done: 1 },
    { type: 'pack.report', ...state, done: 2, ready: true },
  ]);
});
