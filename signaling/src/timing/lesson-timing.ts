import {
  type CommandReply,
  decodeTimingDatagram,
  type Entrant,
  type EntrantMeasure,
  type EventOf,
  entrantKey,
  type TimingDatagram,
  type TimingUp,
  timingDatagram,
} from '@tongke/shared-types';
import type { Happened } from '../room/happened.ts';
import { Calibration } from './calibration.ts';
import { CueSender } from './cue-sender.ts';
import { entrantOf, type PressActor } from './entrant-of.ts';
import { type BuzzActor, type Link, linkKey } from './link.ts';
import { measuresOf } from './measures.ts';
import type { Path } from './outstanding-pings.ts';
import { type AskedPress, Presses } from './presses.ts';
import { RoundTiming } from './round-timing.ts';
import type { TimedRoom, TimingDeps } from './timing-deps.ts';
import type { TimingLine } from './timing-line.ts';

/** A tablet has far less than this to say on its data path between two pings. */
const MOST_DATAGRAMS = 100;

/** Who is told of a lesson's timing. */
interface LessonTimingListener {
  /** The lesson may need the shared timer. */
  readonly onChange: () => void;
  /** Its room has closed. */
  readonly onClosed: () => void;
}

/** [TM1] The timing of one lesson: who is measured, the round that runs, and the presses as they arrive. */
export class LessonTiming {
  readonly lessonId: string;
  readonly #room: TimedRoom;
  readonly #deps: TimingDeps;
  readonly #links: Link[] = [];
  readonly #seats = new Map<string, Link>();
  readonly #boards = new Map<string, Link>();
  readonly #calibration: Calibration;
  #round: RoundTiming | null = null;
  #presses: Presses;
  #cancelStart: () => void = () => {};

  constructor(room: TimedRoom, deps: TimingDeps, { onChange, onClosed }: LessonTimingListener) {
    this.lessonId = room.lessonId;
    this.#room = room;
    this.#deps = deps;
    this.#calibration = new Calibration(deps);
    this.#presses = new Presses(room);
    this.#resume();
    room.follow({
      happened: (batch) => {
        for (const one of batch) this.#happened(one);
        onChange();
      },
      closed: () => {
        this.#forgetRound();
        for (const link of [...this.#links]) this.leave(link);
        onClosed();
      },
    });
  }

  /** How many links are measured now. */
  get measured(): number {
    return this.#room.state.phase === 'live' ? this.#links.length : 0;
  }

  /** Somebody who can buzz is here. One who says hello again on the same line keeps what was measured. */
  enter(actor: BuzzActor, line: TimingLine): void {
    const known = this.#find(actor);
    if (known?.line === line) {
      this.#round?.welcome(known);
      return;
    }
    if (known) this.leave(known);
    const { pings } = this.#deps;
    const slot = pings.open();
    const estimate = pings.estimate(slot);
    const link: Link = { lesson: this, line, actor, slot, estimate, index: this.#links.length };
    this.#links.push(link);
    if (actor.role === 'pupil') this.#seats.set(actor.seatId, link);
    else this.#boards.set(actor.classroomId, link);
    line.timing = link;
    this.#round?.welcome(link);
    if (this.measured > 0) this.#calibration.ping(link);
  }

  leave(link: Link): void {
    const last = this.#links.pop();
    if (last && last !== link) {
      last.index = link.index;
      this.#links[link.index] = last;
    }
    const { actor } = link;
    if (actor.role === 'pupil') this.#seats.delete(actor.seatId);
    else this.#boards.delete(actor.classroomId);
    link.line.timing = null;
    this.#deps.pings.close(link.slot);
    this.#round?.cue?.left(link);
  }

  /** True while a round waits for its cue. */
  get isArmed(): boolean {
    return this.#round !== null && !this.#round.isOpen;
  }

  /** A step of the shared timer, so many ms after the last one. */
  tick(ms: number): void {
    const { isArmed } = this;
    if (this.#room.state.phase === 'live') this.#calibration.tick(this.#links, isArmed, ms);
    if (isArmed) this.#round?.cue?.tick(this.#links);
  }

  /** What a screen says on its socket, or its tablet on the data path. */
  heard(link: Link, message: TimingUp | Exclude<TimingDatagram, { type: 'press' }>, path: Path): void {
    const now = this.#deps.precise.now();
    const round = 'roundId' in message && this.#round?.roundId === message.roundId ? this.#round : null;
    switch (message.type) {
      case 'pong':
        this.#calibration.pong(link, message.nonce, now, path);
        break;
      case 'device':
        this.#deps.pings.setLate(link.slot, message.late);
        break;
      case 'cued':
        round?.cue?.cued(link);
        break;
      case 'shown':
        round?.shown(linkKey(link.actor), message.at, now);
    }
  }

  framePong(link: Link, payload: Uint8Array): void {
    this.#calibration.framePong(link, payload);
  }

  /** [TM7] What came on a seat's data path. It is for this seat, whatever it says; what makes no sense has no effect. */
  datagram(seatId: string, bytes: Uint8Array): void {
    const link = this.#seats.get(seatId);
    if (link?.actor.role !== 'pupil' || !this.#deps.pings.mayHear(link.slot, MOST_DATAGRAMS)) return;
    const parsed = timingDatagram.safeParse(decodeTimingDatagram(bytes));
    if (!parsed.success) return;
    if (parsed.data.type !== 'press') {
      this.heard(link, parsed.data, 'data');
      return;
    }
    const { id, roundId, shown, pressed } = parsed.data;
    if (this.#round?.roundId !== roundId) return;
    void this.press(link.actor, { id, command: { type: 'buzzer.press', roundId, shown, pressed } }, 'data');
  }

  /** [TM6] A press arrives, now. The gateway has looked whether this actor may press at all; the rules look at the rest. */
  press(actor: PressActor, asked: AskedPress, path: Path): Promise<CommandReply> {
    const now = this.#deps.precise.now();
    const entrant = entrantOf(this.#room.state, actor, asked.command);
    if ('ok' in entrant) return Promise.resolve(entrant);
    const screen = actor.role === 'phone' ? `phone:${actor.deviceId}` : linkKey(actor);
    return this.#presses.take(screen, asked, () => this.#measured(screen, entrant, asked, path, now));
  }

  #measured(screen: string, entrant: Entrant, { command }: AskedPress, path: Path, now: number) {
    const { roundId, shown, pressed } = command;
    const round = this.#round?.roundId === roundId ? this.#round : null;
    const isHand = entrant.kind === 'hand';
    return {
      type: 'press.measured' as const,
      roundId,
      entrant,
      waited: round?.waited(screen, now) ?? 0,
      claimed: isHand || shown === null || pressed === null ? null : pressed - shown - this.#lateOf(entrant),
      path,
      early: !isHand && shown === null,
      interval: isHand ? null : (round?.interval(screen, now) ?? null),
    };
  }

  #happened({ event }: Happened): void {
    switch (event.type) {
      case 'buzzer.armed':
        this.#arm(event);
        break;
      case 'buzzer.started':
        this.#round?.start(this.#preciseOf(event.at), this.#links);
        break;
      case 'buzzer.decided':
      case 'round.dismissed':
      case 'lesson.ended':
        this.#forgetRound();
    }
  }

  /** [TM8] A restart in an armed round makes another cue and another key; in an open one the view tells the prompt. */
  #resume(): void {
    const { round } = this.#room.state;
    if (round?.kind !== 'buzzer') return;
    if (round.phase === 'armed') this.#arm(round);
    if (round.phase !== 'open') return;
    this.#round = new RoundTiming(round.roundId, null);
    this.#round.start(this.#preciseOf(round.startedAt ?? 0), []);
  }

  #arm(armed: Pick<EventOf<'buzzer.armed'>, 'roundId' | 'mode' | 'teams' | 'prompt' | 'startsAt'>): void {
    const { roundId, mode, teams, prompt, startsAt } = armed;
    const { clock } = this.#deps;
    this.#forgetRound();
    this.#round = new RoundTiming(roundId, new CueSender(roundId, { prompt, mode, teams }, this.#deps));
    this.#round.cue?.tick(this.#links);
    const start = () => this.#room.report({ type: 'buzzer.start', roundId, measures: this.#freeze() });
    this.#cancelStart = clock.after(Math.max(0, (startsAt ?? 0) - clock.now()), start);
  }

  /** [TM3] The links as they are when the round begins. */
  #freeze(): EntrantMeasure[] {
    return measuresOf(this.#links, this.#room.state, this.#deps.pings, this.#deps.precise.now());
  }

  /** [TM11] Nothing of a round outlives it. */
  #forgetRound(): void {
    this.#cancelStart();
    this.#round = null;
    this.#presses = new Presses(this.#room);
  }

  /** An instant of the room's clock on the precise one. */
  #preciseOf(at: number): number {
    return this.#deps.precise.now() - (this.#deps.clock.now() - at);
  }

  /** The device's correction, as it was when the round began. */
  #lateOf(entrant: Entrant): number {
    const { round } = this.#room.state;
    return round?.kind === 'buzzer' ? (round.measures[entrantKey(entrant)]?.late ?? 0) : 0;
  }

  #find(actor: BuzzActor): Link | undefined {
    return actor.role === 'pupil' ? this.#seats.get(actor.seatId) : this.#boards.get(actor.classroomId);
  }
}
