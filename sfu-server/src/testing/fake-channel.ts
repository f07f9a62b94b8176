import { randomUUID } from 'node:crypto';
import type { EngineChannel } from '../media/engine.ts';

/** The browser's end of a data channel is in the hands of the test. */
export interface FakeChannel extends EngineChannel {
  /** What was sent to the browser. */
  readonly sent: readonly Uint8Array[];
  readonly closed: boolean;
  connected: boolean;
  /** The browser sends something. */
  arrive(message: Uint8Array): void;
  /** The browser ends the connection. */
  hangUp(): void;
}

export function fakeChannel(): FakeChannel {
  const sent: Uint8Array[] = [];
  const receivers: ((message: Uint8Array) => void)[] = [];
  const listeners: (() => void)[] = [];
  let closed = false;
  return {
    sent,
    connected: false,
    get closed() {
      return closed;
    },
    offer: {
      ice: { usernameFragment: randomUUID(), password: '0' },
      candidates: [{ foundation: 'udp', priority: 1, address: '127.0.0.1', port: 44_399 }],
      fingerprint: { algorithm: 'sha-256', value: '00' },
      sctpPort: 5000,
    },
    send: (message) => {
      if (!closed) sent.push(message);
    },
    onMessage: (listener) => receivers.push(listener),
    onGone: (listener) => listeners.push(listener),
    close() {
      closed = true;
    },
    arrive(message) {
      if (!closed) for (const receiver of receivers) receiver(message);
    },
    hangUp() {
      if (!closed) for (const listener of listeners) listener();
    },
  };
}
