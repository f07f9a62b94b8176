import { type Command, type CommandReply, type Refusal, refuse, type ServerCommand } from '@tongke/shared-types';
import type { TimedRoom } from './timing-deps.ts';

/** A press as it was asked for: the same on both paths. */
export interface AskedPress {
  readonly id: string;
  readonly command: Extract<Command, { type: 'buzzer.press' }>;
}

type Measured = Extract<ServerCommand, { type: 'press.measured' }>;

interface Taken {
  /** As the first copy was measured. */
  readonly measured: Measured;
  reply: Promise<CommandReply>;
}

/** A child that hammers sends some; this many of one screen in one round are a flood. */
const MOST = 32;
/** Refusals after which the same press may be asked again: it is judged by its first arrival all the same. */
const PASSING: readonly Refusal[] = ['storage-unavailable', 'busy-try-again', 'internal'];

/** [TM6] The presses of one round. The first copy to arrive counts; every other one gets its answer. */
export class Presses {
  readonly #room: TimedRoom;
  /** By screen, then by the press's id: nobody gets the answer of somebody else's press. */
  readonly #taken = new Map<string, Map<string, Taken>>();

  constructor(room: TimedRoom) {
    this.#room = room;
  }

  /** `measure` is called for the first copy alone. */
  async take(screen: string, asked: AskedPress, measure: () => Measured): Promise<CommandReply> {
    const own = this.#taken.get(screen) ?? new Map<string, Taken>();
    this.#taken.set(screen, own);
    const first = own.get(asked.id);
    if (!first) {
      if (own.size >= MOST) return refuse('too-many-requests');
      const measured = measure();
      const taken = { measured, reply: this.#room.ask(measured, asked) };
      own.set(asked.id, taken);
      return taken.reply;
    }
    const reply = await first.reply;
    if (!reply.ok && !PASSING.includes(reply.reason)) return reply;
    // The room knows what the id stands for; a press that could not be kept is tried again.
    const again = this.#room.ask(first.measured, asked);
    if (!reply.ok) first.reply = again;
    return again;
  }
}
