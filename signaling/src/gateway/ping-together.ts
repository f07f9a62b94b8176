/** What Engine.IO's connections have for this, beside what they say in public. */
export interface Pinged {
  readonly readyState: string;
  pingIntervalTimer: { refresh(): void } | null;
  hasRefreshedPingTimeout: boolean;
  sendPacket(type: 'ping'): void;
  resetPingTimeout(): void;
  schedulePing(): void;
}

/** No more connections are pinged at once, so that a press waits a few ms at most. */
const MOST_AT_ONCE = 64;

const done = new WeakSet<Pinged>();

/**
 * [RS11] Pings up to `MOST_AT_ONCE` connections with one timer, every `everyMs`: a timer for each of fifty boards would wake this process
 * twenty times a second, which costs more than what it then does. A ping comes early by what the last answer took, never late. Changes
 * the prototype that all connections share, once.
 */
export function pingTogether(connections: Pinged, everyMs: number): void {
  if (done.has(connections)) return;
  done.add(connections);
  const groups = new Set<Group>();
  connections.schedulePing = function (this: Pinged) {
    let group = [...groups].find(({ isFull }) => !isFull);
    if (!group) {
      group = new Group(everyMs, (empty) => groups.delete(empty));
      groups.add(group);
    }
    this.pingIntervalTimer = group.add(this);
  };
}

/** Stands where Engine.IO keeps its timer. */
class Beat {
  readonly connection: Pinged;
  /** Its last ping was answered. */
  isDue = true;

  constructor(connection: Pinged) {
    this.connection = connection;
  }

  refresh(): void {
    this.isDue = true;
  }
}

/** Connections that are pinged at once. */
class Group {
  readonly #beats = new Set<Beat>();
  readonly #timer: NodeJS.Timeout;
  readonly #onEmpty: (group: Group) => void;

  constructor(everyMs: number, onEmpty: (group: Group) => void) {
    this.#onEmpty = onEmpty;
    this.#timer = setInterval(() => this.#ping(), everyMs).unref();
  }

  get isFull(): boolean {
    return this.#beats.size >= MOST_AT_ONCE;
  }

  add(connection: Pinged): Beat {
    const beat = new Beat(connection);
    this.#beats.add(beat);
    return beat;
  }

  #ping(): void {
    for (const beat of this.#beats) {
      const { connection } = beat;
      if (connection.readyState !== 'open') this.#beats.delete(beat);
      else if (beat.isDue) {
        beat.isDue = false;
        connection.hasRefreshedPingTimeout = false;
        connection.sendPacket('ping');
        connection.resetPingTimeout();
      }
    }
    if (this.#beats.size > 0) return;
    clearInterval(this.#timer);
    this.#onEmpty(this);
  }
}
