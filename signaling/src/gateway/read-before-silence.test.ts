import { setImmediate as read } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Heartbeat, readBeforeSilence } from './read-before-silence.ts';

function open() {
  class Connection implements Heartbeat {
    pingTimeoutTimer: object | null = {};
    closed: string | null = null;
    onClose(reason: string): void {
      this.closed = reason;
    }
  }
  readBeforeSilence(Connection.prototype);
  return new Connection();
}

test('[RS11] a link whose answer waits to be read is not silent', async () => {
  const connection = open();
  connection.onClose('ping timeout');
  connection.pingTimeoutTimer = null;
  await read();
  expect(connection.closed).toBeNull();
});

test('[RS11] a link of which nothing has come is closed once all was read, any other one at once', async () => {
  const [silent, other] = [open(), open()];
  silent.onClose('ping timeout');
  other.onClose('transport close');
  expect([silent.closed, other.closed]).toEqual([null, 'transport close']);
  await read();
  expect(silent.closed).toBe('ping timeout');
});
