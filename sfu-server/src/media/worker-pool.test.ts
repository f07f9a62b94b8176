import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeEngine, type FakeEngine } from '../testing/fake-engine.ts';
import { silentLog } from '../testing/silent-log.ts';
import { MediaPortInUse } from './media-port-in-use.ts';
import { WorkerPool } from './worker-pool.ts';

let engine: FakeEngine;

beforeEach(() => {
  vi.useFakeTimers();
  engine = createFakeEngine();
});
afterEach(() => vi.useRealTimers());

const loads = () => engine.workers.map(({ load }) => load);

describe('the worker pool', () => {
  test('spreads lessons over its workers', async () => {
    const pool = await WorkerPool.start(engine, { serves: 'media', ports: [1, 2] }, silentLog);
    const first = await pool.openRouter();
    await pool.openRouter();
    await pool.openRouter();
    expect(loads()).toEqual([2, 1]);
    first.close();
    await pool.openRouter();
    await pool.openRouter();
    expect(loads()).toEqual([2, 2]);
  });

  test('replaces a worker that dies, on its port; meanwhile the others serve', async () => {
    const pool = await WorkerPool.start(engine, { serves: 'media', ports: [1, 2] }, silentLog);
    engine.workers[0]?.die();
    await pool.openRouter();
    expect(loads()).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(0);
    expect(engine.workers.map(({ port }) => port)).toEqual([1, 2, 1]);
    await pool.openRouter();
    expect(loads()).toEqual([0, 1, 1]);
    expect(pool.pids).toHaveLength(2);
  });

  test('whoever needs a worker while none is alive waits for the next', async () => {
    const pool = await WorkerPool.start(engine, { serves: 'media', ports: [1] }, silentLog);
    engine.workers[0]?.die();
    const opening = pool.openRouter();
    await vi.advanceTimersByTimeAsync(0);
    await opening;
    expect(loads()).toEqual([0, 1]);
  });

  test('a worker that dies again and again is started ever more slowly', async () => {
    await WorkerPool.start(engine, { serves: 'media', ports: [1] }, silentLog);
    const startsWithin = async (ms: number) => {
      const before = engine.workers.length;
      engine.workers.at(-1)?.die();
      await vi.advanceTimersByTimeAsync(ms);
      return engine.workers.length - before;
    };
    expect(await startsWithin(0)).toBe(1);
    expect(await startsWithin(99)).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(await startsWithin(199)).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    // One that was steady is replaced at once.
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await startsWithin(0)).toBe(1);
  });

  test('tries again while the port of the dead worker is still held', async () => {
    const pool = await WorkerPool.start(engine, { serves: 'media', ports: [1] }, silentLog);
    engine.portsInUse = 3;
    engine.workers[0]?.die();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pool.pids).toHaveLength(1);
  });

  test('waits at its start for ports that a killed server still holds, but not for ever', async () => {
    engine.portsInUse = 2;
    const starting = WorkerPool.start(engine, { serves: 'media', ports: [7] }, silentLog);
    await vi.advanceTimersByTimeAsync(500);
    expect((await starting).pids).toHaveLength(1);
    engine.portsInUse = 1_000;
    const failing = expect(WorkerPool.start(engine, { serves: 'media', ports: [7] }, silentLog)).rejects.toThrow(
      MediaPortInUse,
    );
    await vi.advanceTimersByTimeAsync(6_000);
    await failing;
  });

  test('once closed it starts nothing and refuses', async () => {
    const pool = await WorkerPool.start(engine, { serves: 'media', ports: [1] }, silentLog);
    engine.workers[0]?.die();
    const opening = expect(pool.openRouter()).rejects.toThrow('closed');
    pool.close();
    await opening;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine.workers).toHaveLength(1);
  });
});
