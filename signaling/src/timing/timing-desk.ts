import { randomBytes } from 'node:crypto';
import { type Actor, type CommandReply, type LessonId, refuse, type TimingUp } from '@tongke/shared-types';
import type { Datagrams } from '../media/datagrams.ts';
import type { PressActor } from './entrant-of.ts';
import { LessonTiming } from './lesson-timing.ts';
import { linkKey } from './link.ts';
import { OutstandingPings } from './outstanding-pings.ts';
import type { AskedPress } from './presses.ts';
import { tickMs } from './tick-ms.ts';
import type { TimedRoom, TimingDeps } from './timing-deps.ts';
import type { TimingLine } from './timing-line.ts';

type DeskDeps = Omit<TimingDeps, 'pings' | 'randomBytes' | 'datagrams'>;

/** [TM1] Measures the links of everybody who can buzz, in all lessons of this server, with one timer. */
export class TimingDesk {
  readonly #deps: TimingDeps;
  readonly #lessons = new Map<LessonId, LessonTiming>();
  #datagrams: Datagrams | null = null;
  #stopListening: () => void = () => {};
  #tick: { readonly ms: number; readonly cancel: () => void } | null = null;

  constructor(deps: DeskDeps) {
    const datagrams = { send: (...what: Parameters<Datagrams['send']>) => this.#datagrams?.send(...what) ?? false };
    this.#deps = { ...deps, datagrams, pings: new OutstandingPings(random32()), randomBytes };
  }

  /** [TM12] There is a second path from now on; before, there was the socket alone. */
  use(datagrams: Datagrams): void {
    this.#datagrams = datagrams;
    this.#stopListening = datagrams.onReceived((lessonId, seatId, bytes) => {
      this.#lessons.get(lessonId)?.datagram(seatId, bytes);
    });
  }

  /** Follows a lesson's room from its opening to its end. */
  follow(room: TimedRoom): void {
    const onChange = () => this.#wake();
    const onClosed = () => this.#lessons.delete(room.lessonId);
    this.#lessons.set(room.lessonId, new LessonTiming(room, this.#deps, { onChange, onClosed }));
  }

  /** Somebody is in a lesson now. Who cannot buzz is not measured. */
  enter(lessonId: LessonId, actor: Actor, line: TimingLine): void {
    const former = line.timing;
    if (actor.role === 'pupil' || actor.role === 'board') {
      const lesson = this.#lessons.get(lessonId);
      if (former && (former.lesson !== lesson || linkKey(former.actor) !== linkKey(actor))) this.leave(line);
      lesson?.enter(actor, line);
      this.#wake();
    } else this.leave(line);
  }

  leave(line: TimingLine): void {
    line.timing?.lesson.leave(line.timing);
  }

  /** What somebody says on the socket. */
  heard(line: TimingLine, message: TimingUp): void {
    line.timing?.lesson.heard(line.timing, message, 'socket');
  }

  /** [TM6] A press arrives on the socket, now. */
  press(lessonId: LessonId, actor: PressActor, asked: AskedPress): Promise<CommandReply> {
    const lesson = this.#lessons.get(lessonId);
    return lesson ? lesson.press(actor, asked, 'socket') : Promise.resolve(refuse('busy-try-again'));
  }

  close(): void {
    this.#stopListening();
    this.#tick?.cancel();
    this.#tick = null;
  }

  /** The timer runs while there is somebody to measure, and only then; no faster than that takes, for each step wakes the process. */
  #wake(): void {
    const lessons = [...this.#lessons.values()];
    const links = lessons.reduce((sum, { measured }) => sum + measured, 0);
    if (links === 0) return;
    const ms = tickMs(
      links,
      lessons.some(({ isArmed }) => isArmed),
    );
    if (this.#tick && this.#tick.ms <= ms) return;
    this.#tick?.cancel();
    this.#tick = { ms, cancel: this.#deps.clock.after(ms, () => this.#step(ms)) };
  }

  #step(ms: number): void {
    this.#tick = null;
    for (const lesson of this.#lessons.values()) {
      try {
        lesson.tick(ms);
      } catch (error) {
        this.#deps.log.error({ err: error, lesson: lesson.lessonId }, 'the links of a lesson could not be measured');
      }
    }
    this.#wake();
  }
}

/** 32 random bits at a time, fetched a page at a time. */
function random32(): () => number {
  const page = new Uint32Array(1024);
  let next = page.length;
  return () => {
    if (next === page.length) {
      crypto.getRandomValues(page);
      next = 0;
    }
    return page[next++] ?? 0;
  };
}
