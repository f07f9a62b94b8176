/** What Engine.IO's connections have for this, beside what they say in public. */
export interface Pinged {
  readonly readyState: string;
  pingIntervalTimer: { refresh(): void } | null;
  hasRefreshedPingTimeout: boolean;
  sendPacket(type: 'ping'): void;
  resetPingTimeout(): void;
  schedulePing(): void;
}

/** Connections are pinged at whole multiples of this, in ms. */
const GRAIN_MS = 250;

const done = new WeakSet<Pinged>();

/**
 * [RS11] Pings the connections whose pings are due within the same quarter of a second at once: a timer for each of fifty boards would
 * wake this process twenty times a second, which costs more than what it then does. A ping comes up to `GRAIN_MS` early. Changes the
 * prototype that all connections share, once.
 */
export function pingTogether(connections: Pinged, everyMs: number): void {
  if (done.has(connections)) return;
  done.add(connections);
  const beats = new Beats(everyMs);
  connections.schedulePing = function (this: Pinged) {
    const beat = new Beat(this, beats);
    this.pingIntervalTimer = beat;
    beat.refresh();
  };
}

/** Stands where Engine.IO keeps its timer. */
class Beat {
  readonly connection: Pinged;
  readonly #beats: Beats;
  /** In ms of `performance.now`. */
  due = 0;

  constructor(connection: Pinged, beats: Beats) {
    this.connection = connection;
    this.#beats = beats;
  }

  /** The next ping is due an interval from now. */
  refresh(): void {
    this.#beats.schedule(this);
  }
}

class Beats {
  readonly #everyMs: number;
  readonly #due = new Map<number, Set<Beat>>();

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  schedule(beat: Beat): void {
    const now = performance.now();
    const due = Math.floor((now + this.#everyMs) / GRAIN_MS) * GRAIN_MS;
    // Whoever sends answers that nobody asked for is in here once all the same.
    this.#due.get(beat.due)?.delete(beat);
    beat.due = due;
    const together = this.#due.get(due);
    if (together) together.add(beat);
    else {
      this.#due.set(due, new Set([beat]));
      setTimeout(() => this.#ping(due), due - now).unref();
    }
  }

  #ping(due: number): void {
    const together = this.#due.get(due) ?? [];
    this.#due.delete(due);
    for (const { connection } of together) {
      if (connection.readyState !== 'open') continue;
      connection.hasRefreshedPingTimeout = false;
      connection.sendPacket('ping');
      connection.resetPingTimeout();
    }
  }
}
