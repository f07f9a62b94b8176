import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSupervisor } from './supervisor.mjs';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

class FakeChild extends EventEmitter {
  exitCode = null;
  signalCode = null;
  deaf = false;
  signals = [];

  kill(signal) {
    this.signals.push(signal);
    if (!this.deaf || signal === 'SIGKILL') this.die(null, signal);
  }

  die(code, signal = null) {
    this.exitCode = code;
    this.signalCode = signal;
    this.emit('exit', code, signal);
  }
}

function setup() {
  const children = { sfu: [], signaling: [] };
  const heard = [];
  const starter = (name) => () => {
    const child = new FakeChild();
    children[name].push(child);
    return child;
  };
  const supervisor = createSupervisor(
    { sfu: starter('sfu'), signaling: starter('signaling') },
    {
      onReady: (name, message) => heard.push(['ready', name, message]),
      onRestart: (name, how, delay) => heard.push(['restart', name, how, delay]),
      onTrouble: (name, message) => heard.push(['trouble', name, message]),
      onGiveUp: (message) => heard.push(['give up', message]),
    },
  );
  return { children, heard, supervisor };
}

describe('createSupervisor', () => {
  it('starts a dead child again after 0.2 s and leaves the other alone', () => {
    const { children, heard } = setup();
    children.signaling[0].emit('message', { type: 'ready', links: [] });
    children.signaling[0].die(null, 'SIGKILL');
    expect(heard).toEqual([
      ['ready', 'signaling', { type: 'ready', links: [] }],
      ['restart', 'signaling', 'signal SIGKILL', 200],
    ]);
    vi.advanceTimersByTime(199);
    expect(children.signaling).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(children.signaling).toHaveLength(2);
    expect(children.sfu).toHaveLength(1);
    expect(children.sfu[0].signals).toEqual([]);
  });

  it('doubles the delay up to 5 s, and forgets after 10 s of steady running', () => {
    const { children, heard } = setup();
    children.sfu[0].emit('message', { type: 'ready' });
    for (let round = 0; round < 7; round += 1) {
      children.sfu.at(-1).die(1);
      vi.advanceTimersByTime(5_000);
    }
    const delays = () => heard.filter(([kind]) => kind === 'restart').map((entry) => entry[3]);
    expect(delays()).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
    vi.advanceTimersByTime(10_001);
    children.sfu.at(-1).die(1);
    expect(delays().at(-1)).toBe(200);
  });

  it("gives up on what the user must mend, with the child's own sentence and no restart", () => {
    const { children, heard } = setup();
    children.signaling[0].emit('message', { type: 'failed', message: 'Port 8080 is already in use.' });
    children.signaling[0].die(1);
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([['give up', 'Port 8080 is already in use.']]);
    expect(children.signaling).toHaveLength(1);
  });

  it('tries on where a child that ran before cannot start for a while, and says why once', () => {
    const { children, heard } = setup();
    const failed = { type: 'failed', message: 'The disk is full.' };
    children.signaling[0].emit('message', { type: 'ready' });
    children.signaling[0].die(null, 'SIGKILL');
    for (const delay of [200, 400, 800]) {
      vi.advanceTimersByTime(delay);
      children.signaling.at(-1).emit('message', failed);
      children.signaling.at(-1).die(1);
    }
    vi.advanceTimersByTime(1_600);
    children.signaling.at(-1).emit('message', { type: 'ready' });
    expect(heard.slice(1)).toEqual([
      ['restart', 'signaling', 'signal SIGKILL', 200],
      ['trouble', 'signaling', 'The disk is full.'],
      ['ready', 'signaling', { type: 'ready' }],
    ]);
    children.signaling.at(-1).die(null, 'SIGKILL');
    vi.advanceTimersByTime(5_000);
    children.signaling.at(-1).emit('message', failed);
    expect(heard.at(-1)).toEqual(['trouble', 'signaling', 'The disk is full.']);
  });

  it('gives up on a child that dies five times before it was ever ready', () => {
    const { children, heard } = setup();
    for (let round = 0; round < 5; round += 1) {
      children.sfu.at(-1).die(1);
      vi.advanceTimersByTime(5_000);
    }
    expect(heard.at(-1)).toEqual(['give up', 'sfu does not start: it ended 5 times in a row (exit code 1).']);
    expect(children.sfu).toHaveLength(5);
  });

  it('stops every child and starts none again', async () => {
    const { children, supervisor } = setup();
    children.sfu[0].emit('message', { type: 'ready' });
    children.sfu[0].die(1);
    await supervisor.stop();
    vi.advanceTimersByTime(60_000);
    expect(children.signaling[0].signals).toEqual(['SIGTERM']);
    expect(children.sfu).toHaveLength(1);
    expect(children.signaling).toHaveLength(1);
  });

  it('kills a child that does not stop within 5 s', async () => {
    const { children, supervisor } = setup();
    children.sfu[0].deaf = true;
    const stopped = supervisor.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    await stopped;
    expect(children.sfu[0].signals).toEqual(['SIGTERM', 'SIGKILL']);
  });
});
