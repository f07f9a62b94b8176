import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMediaJoin, type JoinReply, type JoinRequest } from './media-join.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const joined = (sfuId: string) => ({ ok: true, result: { sfuId } }) as JoinReply;

function setUp() {
  const asked: JoinRequest[] = [];
  const join = createMediaJoin(async (request) => {
    asked.push(request);
    return joined('asked');
  }, 1_000);
  return { join, asked, byNull: async () => ({ type: 'media.join', have: null }) as const };
}

test('a screen without media says nothing at the opening', () => {
  expect(setUp().join.prepare()).toBeNull();
});

test('the answer to the opening is taken once, with the request that it answers', async () => {
  const { join, asked, byNull } = setUp();
  join.by(byNull);
  const request = await join.prepare();
  join.answered(joined('opened'));
  expect(await join.ask()).toEqual({ request, reply: joined('opened') });
  expect(asked).toEqual([]);
  expect((await join.ask()).reply).toEqual(joined('asked'));
});

test('an answer that is of no use, or does not come, is refused so that it is asked for again', async () => {
  const { join, asked, byNull } = setUp();
  join.by(byNull);
  await join.prepare();
  const waiting = join.ask();
  join.forget();
  expect((await waiting).reply).toMatchObject({ reason: 'media/unavailable' });
  await join.prepare();
  const late = join.ask();
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await late).reply).toMatchObject({ reason: 'media/unavailable' });
  await join.prepare();
  join.forget();
  expect((await join.ask()).reply).toEqual(joined('asked'));
  expect(asked).toHaveLength(1);
});
