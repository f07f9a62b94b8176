import type { CommandReply } from '@tongke/shared-types';
import type { SeatedTablet } from '@tongke/signaling/testing';
import { type Connection, connect } from '../../classroom-client/src/connection/connect.ts';
import { createOutbox, type Outbox } from '../../classroom-client/src/connection/outbox.ts';
import { shelfVault } from '../../classroom-client/src/connection/shelf-vault.ts';
import type { OpenWire } from '../../classroom-client/src/connection/wire.ts';
import { memoryShelf } from '../../classroom-client/src/testing/memory-shelf.ts';
import { isFinal } from './check.ts';
import type { Given, Shown } from './history.ts';
import { lightWire } from './light-wire.ts';

const CHOICES = ['A', 'B', 'C', 'D'] as const;
/** A connection may send ten commands a second. */
const PAUSE_MS = 110;
/** So often a pupil changes the answer before it is acknowledged. */
const CHANGES = 0.1;

type Writing = { -readonly [K in keyof Given]: Given[K] } & { replies: CommandReply[] };

export interface TabletOptions {
  readonly seat: SeatedTablet;
  readonly lessonId: string;
  readonly port: () => number;
  readonly random: () => number;
}

/** A pupil's tablet without pixels: the page's own connection and outbox, and a pupil who answers as fast as the server allows. */
export class Tablet {
  readonly seat: SeatedTablet;
  readonly given: Writing[] = [];
  readonly #options: TabletOptions;
  /** Outlives the page. */
  readonly #vault = shelfVault(memoryShelf());
  readonly #byId = new Map<string, Writing>();
  #connection: Connection | null = null;
  #outbox: Outbox | null = null;
  #last: Writing | null = null;
  #notBefore = 0;
  #trying = false;

  constructor(options: TabletOptions) {
    this.#options = options;
    this.seat = options.seat;
  }

  get name(): string {
    return `tablet ${this.seat.seatId}`;
  }

  get isOnline(): boolean {
    return this.#connection?.store.getState().link === 'online';
  }

  /** The newest answer that was acknowledged, and the newest of all. */
  get newest(): { readonly acknowledged: Given | null; readonly last: Given | null } {
    return {
      acknowledged: this.given.findLast(({ replies }) => replies.some(({ ok }) => ok)) ?? null,
      last: this.#last,
    };
  }

  /** Answers that the server owes a word for. */
  get inFlight(): number {
    return this.#last && !isSettled(this.#last) ? 1 : 0;
  }

  /** Opens the page, anew when it was open: what it had not got rid of is in the vault. */
  load(): void {
    this.#connection?.close();
    const { seat, lessonId, port, random } = this.#options;
    const credentials = { as: 'tablet', deviceKey: seat.deviceKey, by: { kind: 'seat', lessonId } } as const;
    const connection = connect(credentials, this.#heard(lightWire({ port, random })));
    const outbox = createOutbox(connection.sender, this.#vault);
    connection.store.subscribe(({ link, lesson, reason }) => {
      if (link === 'online' && lesson?.viewer.role === 'pupil') outbox.attend(lesson.lessonId, lesson.viewer.seatId);
      // Another tab of this device has come and gone, or the server was not itself: a child taps 再试一次.
      if (link === 'closed' && this.#connection === connection) this.#tryAgain(connection, reason);
    });
    this.#connection = connection;
    this.#outbox = outbox;
  }

  /** One more answer to the open question, when it is this tablet's time, or `atOnce`; false when not. */
  answer(now: number, atOnce = false): boolean {
    const round = this.#connection?.store.getState().lesson?.view.round;
    if (round?.kind !== 'question' || round.phase !== 'open' || (now < this.#notBefore && !atOnce)) return false;
    const { random } = this.#options;
    if (this.inFlight > 0 && random() > CHANGES * (PAUSE_MS / 1_000)) return false;
    this.#notBefore = now + PAUSE_MS * (1 + 0.2 * random());
    return this.give(round.roundId);
  }

  /** Gives an answer for this round, also when it is over. */
  give(roundId: string): boolean {
    const choice = CHOICES[Math.floor(this.#options.random() * CHOICES.length)] ?? 'A';
    if (!this.#outbox) return false;
    const before = this.#outbox.items.getState()[roundId];
    this.#outbox.put({ type: 'answer.give', roundId, answer: { kind: 'single', choice } });
    const item = this.#outbox.items.getState()[roundId];
    if (!item || item === before) return false;
    const replaced = before && this.#byId.get(before.id);
    if (replaced && !isSettled(replaced)) replaced.replaced = true;
    const given: Writing = { id: item.id, roundId, seatId: this.seat.seatId, choice, replies: [], replaced: false };
    this.given.push(given);
    this.#byId.set(given.id, given);
    this.#last = given;
    return true;
  }

  /** What somebody else sent for this tablet was answered. */
  heard(id: string, reply: CommandReply): void {
    this.#byId.get(id)?.replies.push(reply);
  }

  shown(): Shown | null {
    const lesson = this.#connection?.store.getState().lesson;
    return lesson ? { name: this.name, version: lesson.version, viewer: lesson.viewer, view: lesson.view } : null;
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  #tryAgain(connection: Connection, reason: string | null): void {
    if (reason === 'seat/none') throw new Error(`${this.name} has lost its seat`);
    if (this.#trying) return;
    this.#trying = true;
    const retry = () => {
      this.#trying = false;
      if (this.#connection === connection) connection.retry();
    };
    setTimeout(retry, 100 + 400 * this.#options.random());
  }

  /** A wire that writes down what is answered to each answer. */
  #heard(openWire: OpenWire): OpenWire {
    return (handlers) => {
      const wire = openWire(handlers);
      const ask: typeof wire.ask = async (kind, body, patienceMs) => {
        const reply = await wire.ask(kind, body, patienceMs);
        if (reply && kind === 'command') this.heard((body as { id: string }).id, reply as CommandReply);
        return reply;
      };
      return { ...wire, ask };
    };
  }
}

export function isSettled({ replies, replaced }: Given): boolean {
  return replaced || replies.some(isFinal);
}
