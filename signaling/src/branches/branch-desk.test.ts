import type { BranchLog } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClassroom } from '../testing/classroom.ts';
import { type BranchDesk, branchDesk } from './branch-desk.ts';

let classroom: TestClassroom;
let desk: BranchDesk;
const asked: string[][] = [];

beforeEach(async () => {
  asked.length = 0;
  classroom = await TestClassroom.start();
  const { registry } = classroom.side;
  const questions = {
    named: async (accountId: string, ids: readonly string[]) => {
      asked.push([accountId, ...ids]);
      return [];
    },
  };
  desk = branchDesk({ registry, timetable: classroom.catalogue, questions });
});
afterEach(() => classroom.close());

const task = { kind: 'true-false', correct: null } as const;
const question = { type: 'question.open', questionId: 'q1', task, prompt: '', picture: null, explanation: '' } as const;
const LOG: BranchLog = {
  ...{ branchId: 'b1', cutAt: 1, from: 2, to: 90_000, slide: null },
  entries: [
    { n: 1, at: 3, act: { ...question, onTablet: 'keys', readSeconds: 0, seconds: 30 } },
    { n: 2, at: 9, act: { type: 'handcount.set', roundId: 'b1-1', counts: { true: 2 } } },
  ],
};

test('[BR4] a branch is in the lesson’s log once, on the disk when it is answered, and reaches the lead teacher', async () => {
  const lead = await classroom.lead();
  await classroom.board('r1');
  await lead.do({ type: 'lesson.start' });
  const both = await Promise.all([desk.merge('l1', 'r1', LOG), desk.merge('l1', 'r1', LOG)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  const log = await classroom.store.since('l1', 0);
  const merged = log.flatMap(({ event }) => (event.type === 'branch.merged' ? [event] : []));
  expect(merged).toMatchObject([{ branchId: 'b1', classroomId: 'r1', rounds: [{ tally: { answered: 2 } }] }]);
  expect(asked[0]?.slice(1)).toEqual(['q1']);
});

test('[BR4] it comes in after the end too, also when the lesson has left the memory', async () => {
  const lead = await classroom.lead();
  await lead.do({ type: 'lesson.start' });
  await lead.do({ type: 'lesson.end' });
  classroom.room.close('idle');
  expect(await desk.merge('l1', 'r1', LOG)).toMatchObject({ ok: true });
  expect(classroom.room.state.branches.b1).toMatchObject({ classroomId: 'r1' });
});

test('[BR4] a lesson that nobody knows and a classroom that is not in it are refused, and nothing is opened', async () => {
  expect(await desk.merge('l9', 'r1', LOG)).toEqual({ ok: false, reason: 'not-found' });
  expect(await desk.merge('l1', 'r9', LOG)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(classroom.side.registry.find('l9')).toBeNull();
});
