/** What Engine.IO's connections have for this, beside what they say in public. */
export interface Heartbeat {
  /** Runs while a ping has no answer. */
  readonly pingTimeoutTimer: object | null;
  onClose(reason: string, description?: unknown): void;
}

const done = new WeakSet<Heartbeat>();

/**
 * [RS11] Calls a link silent only when nothing of it waits to be read. After a stall of this process its timers run before its sockets are
 * read: links would be closed whose answers have long arrived. An immediate runs behind one reading of all sockets. Changes the
 * prototype that all connections share, once.
 */
export function readBeforeSilence(connections: Heartbeat): void {
  if (done.has(connections)) return;
  done.add(connections);
  const { onClose } = connections;
  connections.onClose = function (this: Heartbeat, reason, description) {
    const { pingTimeoutTimer } = this;
    if (reason !== 'ping timeout') onClose.call(this, reason, description);
    else {
      setImmediate(() => {
        if (this.pingTimeoutTimer === pingTimeoutTimer) onClose.call(this, reason, description);
      });
    }
  };
}
