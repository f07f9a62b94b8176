import {
  type Actor,
  type Command,
  decide,
  decideServer,
  EMPTY_LESSON,
  type Entrant,
  type EntrantMeasure,
  evolve,
  type LessonState,
  type MeasuredPress,
  nextDeadline,
  type Outcome,
  type Place,
  type Press,
  type Refusal,
  type ServerCommand,
} from '@tongke/shared-types';

const LEAD: Actor = { role: 'lead', staffId: 'teacher', schoolId: 'city' };
const PRESSED = { path: 'data', early: false } as const;

export interface Arrival {
  readonly entrant: Entrant;
  /** From the key's departure to the arrival, in ms. */
  readonly waited: number;
  /** What the device says of its reaction, in ms. */
  readonly claimed: number | null;
}

export interface Decision {
  readonly order: readonly Place[];
  /** From the key's departure, in ms. */
  readonly after: number;
}

/** A lesson that runs by the product's own rules, with one tablet in each of so many rooms; every round begins from the same state. */
export class SimulatedLesson {
  readonly entrants: readonly Entrant[];
  readonly #begun: LessonState;
  #state: LessonState = EMPTY_LESSON;
  #now = 1_000_000;

  constructor(rooms: number) {
    const classrooms = Array.from({ length: rooms }, (_, n) => ({
      classroomId: `r${n}`,
      schoolId: 'village',
      name: `${n}`,
      own: false,
      cameraAllowed: true,
      givenNames: false,
      seats: [{ seatId: `s${n}`, number: 1 }],
    }));
    this.entrants = classrooms.map(({ classroomId }, n) => ({ kind: 'seat', classroomId, seatId: `s${n}`, number: 1 }));
    const lesson = { lessonId: 'l', schoolId: 'city', leadId: 'teacher', title: '', plannedAt: 0, classrooms };
    this.#server({ type: 'lesson.prepare', ...lesson });
    for (const { classroomId, seats } of classrooms) {
      this.#server({ type: 'peer.came', peer: { kind: 'board', classroomId } });
      for (const { seatId } of seats) {
        this.#do({ role: 'guest', classroomId, device: seatId }, { type: 'seat.claim', seatId });
      }
    }
    this.#do(LEAD, { type: 'lesson.start' });
    this.#begun = this.#state;
  }

  /** The presses of the round that count. */
  get presses(): readonly Press[] {
    const { round } = this.#state;
    return round?.kind === 'buzzer' ? round.presses : [];
  }

  /** Gives the cue of a new round. */
  begin(measures: readonly EntrantMeasure[]): void {
    this.#state = this.#begun;
    this.#do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    this.#server({ type: 'buzzer.start', roundId: this.roundId, measures });
  }

  get roundId(): string {
    return this.#state.round?.roundId ?? '';
  }

  /** A press arrives; answers why it was refused, or null. */
  press(arrival: Arrival, more: Partial<MeasuredPress> = {}): Refusal | null {
    const outcome = this.#server(
      { type: 'press.measured', roundId: this.roundId, ...arrival, ...PRESSED, ...more },
      arrival.waited,
    );
    return outcome.ok ? null : outcome.reason;
  }

  /** Lets presses arrive in order until the rules decide. */
  play(arrivals: readonly Arrival[]): Decision {
    for (const arrival of [...arrivals].sort((a, b) => a.waited - b.waited)) {
      if (this.#decidesAfter() <= arrival.waited) break;
      this.press(arrival);
    }
    const after = this.#decidesAfter();
    this.#server({ type: 'tick' }, after);
    const { round } = this.#state;
    if (round?.kind !== 'buzzer' || round.order === null) throw new Error('the round was not decided');
    return { order: round.order, after };
  }

  #decidesAfter(): number {
    return (nextDeadline(this.#state) ?? Number.POSITIVE_INFINITY) - this.#now;
  }

  #do(actor: Actor, command: Command): void {
    this.#adopt(decide(this.#state, command, actor, this.#context(0)));
  }

  #server(command: ServerCommand, after = 0): Outcome {
    const outcome = decideServer(this.#state, command, this.#context(after));
    if (outcome.ok) this.#adopt(outcome);
    return outcome;
  }

  #adopt(outcome: Outcome): void {
    if (!outcome.ok) throw new Error(`the rules refused: ${outcome.reason}`);
    this.#state = outcome.events.reduce(evolve, this.#state);
  }

  #context(after: number) {
    const same = () => 'x';
    const now = Math.floor(this.#now + after);
    return { now, newId: same, newCode: same, newTicket: same, random: () => 0, masked: () => null };
  }
}
