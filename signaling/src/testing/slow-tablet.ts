import { randomBytes } from 'node:crypto';
import { type CommandReply, type Cue, openCue, type TimingDown } from '@tongke/shared-types';
import type { FakeClock } from './fake-clock.ts';
import type { FakeScreen } from './fake-screen.ts';

/** The `ws` socket under a Socket.IO client, which stands for the browser below the page. */
interface RawSocket {
  _autoPong: boolean;
  ping(payload: string): void;
  pong(payload: Uint8Array): void;
  on(event: 'ping', listener: (payload: Uint8Array) => void): void;
  once(event: 'pong', listener: () => void): void;
}

export interface SlowTabletOptions {
  /** How long a ping takes there and back, in ms of the test's clock. */
  readonly roundTrip: number;
  /** What the page's own answers are held back by, besides. */
  readonly heldBack?: number;
  readonly acknowledges?: boolean;
}

/** A screen behind a link of a known length: it answers pings by the test's clock, keeps cues, and opens them. */
export class SlowTablet {
  readonly screen: FakeScreen;
  readonly cues: Extract<TimingDown, { type: 'cue' }>[] = [];
  readonly keys: Extract<TimingDown, { type: 'key' }>[] = [];
  pings = 0;
  readonly #clock: FakeClock;
  readonly #raw: RawSocket;

  constructor(
    screen: FakeScreen,
    clock: FakeClock,
    { roundTrip, heldBack = 0, acknowledges = true }: SlowTabletOptions,
  ) {
    this.screen = screen;
    this.#clock = clock;
    this.#raw = (screen.socket.io.engine.transport as unknown as { ws: RawSocket }).ws;
    this.#raw._autoPong = false;
    this.#raw.on('ping', (payload) => void clock.after(roundTrip, () => this.#raw.pong(payload)));
    screen.socket.on('timing', (message: TimingDown) => {
      if (message.type === 'ping') {
        this.pings += 1;
        clock.after(roundTrip + heldBack, () => this.say({ type: 'pong', nonce: message.nonce }));
      } else if (message.type === 'cue') {
        this.cues.push(message);
        if (acknowledges) this.say({ type: 'cued', roundId: message.roundId });
      } else this.keys.push(message);
    });
  }

  say(message: unknown): void {
    this.screen.socket.emit('timing', message);
  }

  /** What the last cue says with the last key, or null. */
  cue(): Cue | null {
    const cue = this.cues.at(-1);
    const key = this.keys.at(-1);
    return cue && key ? openCue(new Uint8Array(cue.sealed), cue.roundId, new Uint8Array(key.key)) : null;
  }

  /** Presses, and says of itself that it reacted in so many ms. */
  press(roundId: string, claimed: number | null, id = randomBytes(9).toString('base64url')): Promise<CommandReply> {
    const shown = claimed === null ? null : 1_000;
    return this.screen.do({ type: 'buzzer.press', roundId, shown, pressed: 1_000 + (claimed ?? 0) }, id);
  }

  /** Everything that was sent either way has arrived. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#raw.once('pong', resolve);
      this.#raw.ping('settled');
    });
  }

  /** Moves the clock in steps so small that answers arrive at their own instants. */
  static async advance(tablets: readonly SlowTablet[], ms: number, step = 10): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      const [first] = tablets;
      await Promise.all(tablets.map((tablet) => tablet.settled()));
      if (first) first.#clock.advance(Math.min(step, ms - passed));
      await Promise.all(tablets.map((tablet) => tablet.settled()));
    }
  }
}
