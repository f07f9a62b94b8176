import { START_GRACE_MS } from '../lesson/buzzer/open-round.ts';
import { LATE_GRACE_MS } from '../lesson/deadlines.ts';
import type { Context } from '../lesson/decide/context.ts';
import type { PreparedClassroom, ServerCommand } from '../lesson/decide/server-command.ts';
import { decide } from '../lesson/decide.ts';
import { decideServer } from '../lesson/decide-server.ts';
import type { LessonEvent } from '../lesson/events.ts';
import { evolve } from '../lesson/evolve.ts';
import { EMPTY_LESSON, type LessonState } from '../lesson/state.ts';
import type { Command } from '../protocol/commands.ts';
import type { Refusal } from '../refusals.ts';
import type { Actor } from '../roles.ts';

/** Drives the pure rules with a clock and ids that tests can count: one lesson, two remote rooms `r1` and `r2`, the own class `own`. */
export class LessonDriver {
  state: LessonState = EMPTY_LESSON;
  now = 1_000_000;
  /** What boards may show of a text. */
  masked: Context['masked'] = (said) => said.replaceAll('坏', '＊');
  readonly log: LessonEvent[] = [];
  /** The lesson's classrooms as the catalogue has them. */
  planned: readonly PreparedClassroom[];
  /** Whom its lead teacher named as second teachers. */
  seconds: readonly string[] = [];
  #next = 0;

  constructor(seatsPerRoom = 3, planned?: readonly PreparedClassroom[]) {
    const seats = (room: string) =>
      Array.from({ length: seatsPerRoom }, (_, index) => ({ seatId: `${room}-s${index + 1}`, number: index + 1 }));
    const room = (classroomId: string, own: boolean) => ({
      classroomId,
      schoolId: own ? 'city' : 'village',
      name: `班 ${classroomId}`,
      own,
      cameraAllowed: true,
      givenNames: false,
      seats: seats(classroomId),
    });
    this.planned = planned ?? [room('r1', false), room('r2', false), room('own', true)];
    this.prepare(this.planned);
  }

  /** Prepares the lesson from these classrooms, for the first time or again. */
  prepare(classrooms: readonly PreparedClassroom[]): void {
    this.planned = classrooms;
    const plan = { lessonId: 'l1', schoolId: 'city', leadId: 'teacher', title: '分数', plannedAt: 1_000_000 };
    this.server({ type: 'lesson.prepare', ...plan, classrooms, seconds: this.seconds });
  }

  /** The lead teacher names these second teachers and no others. */
  name(...staffIds: readonly string[]): void {
    this.seconds = staffIds;
    this.prepare(this.planned);
  }

  /** The catalogue changes what it says of one classroom, and the lesson is prepared again. */
  change(classroomId: string, what: Partial<PreparedClassroom>): void {
    this.prepare(this.planned.map((room) => (room.classroomId === classroomId ? { ...room, ...what } : room)));
  }

  /** Does what a screen asks; answers the refusal, or null when it was accepted. */
  do(actor: Actor, command: Command): Refusal | null {
    return this.#apply(decide(this.state, command, actor, this.#context()));
  }

  server(command: ServerCommand): Refusal | null {
    return this.#apply(decideServer(this.state, command, this.#context()));
  }

  /** Moves the clock and lets time act. */
  wait(ms: number): void {
    this.now += ms;
    this.server({ type: 'tick' });
  }

  /** Arms a buzzer and waits until it has started without anybody measuring; answers its round. */
  buzzer(open: Partial<Extract<Command, { type: 'buzzer.open' }>> = {}): string {
    this.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30, ...open });
    const { round } = this.state;
    if (round?.kind !== 'buzzer') throw new Error('the buzzer was refused');
    this.wait((round.startsAt ?? this.now) + START_GRACE_MS - this.now);
    return round.roundId;
  }

  /** The lead teacher ends the countdown of the question, and nothing more comes in; answers the refusal, or null. */
  close(): Refusal | null {
    const reason = this.do(LEAD, { type: 'round.close', roundId: this.state.round?.roundId ?? '' });
    if (!reason) this.wait(LATE_GRACE_MS);
    return reason;
  }

  /** A running lesson with both remote boards here and every named seat taken. */
  static live(...seatIds: readonly string[]): LessonDriver {
    const driver = new LessonDriver();
    for (const classroomId of ['r1', 'r2']) driver.server({ type: 'peer.came', peer: { kind: 'board', classroomId } });
    for (const seatId of seatIds) driver.do(guest(roomOf(seatId), `device-${seatId}`), { type: 'seat.claim', seatId });
    driver.do(LEAD, { type: 'lesson.start' });
    return driver;
  }

  #apply(outcome: ReturnType<typeof decide>): Refusal | null {
    if (!outcome.ok) return outcome.reason;
    for (const event of outcome.events) {
      this.state = evolve(this.state, event);
      this.log.push(event);
    }
    return null;
  }

  #context(): Context {
    const fresh = (prefix: string) => {
      this.#next += 1;
      return `${prefix}${this.#next}`;
    };
    return {
      now: this.now,
      newId: () => fresh('id'),
      newCode: () => String(100_000 + ++this.#next),
      newTicket: () => fresh('ticket'),
      random: () => 0,
      masked: this.masked,
    };
  }
}

export const LEAD: Actor = { role: 'lead', staffId: 'teacher', schoolId: 'city' };
export const second = (staffId: string): Actor => ({ role: 'second', staffId, schoolId: 'city' });
export const board = (classroomId: string): Actor => ({ role: 'board', classroomId, deviceId: `board-${classroomId}` });
export const guest = (classroomId: string, device: string): Actor => ({ role: 'guest', classroomId, device });
export const shared = (classroomId: string, tabletId: string): Actor => ({ role: 'shared', classroomId, tabletId });
export const pupil = (seatId: string): Actor => ({ role: 'pupil', classroomId: roomOf(seatId), seatId });

export function roomOf(seatId: string): string {
  return seatId.split('-')[0] ?? '';
}
