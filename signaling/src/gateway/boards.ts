import type { Actor, Refusal } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import type { Hall } from './hall.ts';
import type { Halls } from './halls.ts';
import { type Proof, type RoomDevice, roomDeviceOf, type Session } from './session.ts';

export interface BoardsDeps {
  readonly catalogue: LessonCatalogue;
  readonly halls: Halls;
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: () => Iterable<Session>;
}

const CALL_MS = 30_000;

/** [AC3] Boards and assistants' phones: one board a classroom, and each is brought into its classroom's lesson when there is one. */
export class Boards {
  readonly #deps: BoardsDeps;
  #cancel: () => void;

  constructor(deps: BoardsDeps) {
    this.#deps = deps;
    this.#cancel = deps.clock.after(CALL_MS, () => this.#tick());
  }

  /** Why this board may not come in, or null: another device stands for the classroom already. */
  refusal(session: Session, actor: Actor, takeOver: boolean): Refusal | null {
    if (actor.role !== 'board' || takeOver) return null;
    const other = this.#others(session, actor).some((board) => roomDeviceOf(board)?.deviceId !== actor.deviceId);
    return other ? 'board/already-here' : null;
  }

  /** Other connections that stand for this board's classroom go; the hall that it enters sees to its own. */
  yieldTo(session: Session, actor: Actor, hall: Hall | null): void {
    if (actor.role !== 'board') return;
    for (const board of this.#others(session, actor)) {
      if (board.phase.kind === 'joined' && board.phase.hall === hall) continue;
      const same = roomDeviceOf(board)?.deviceId === actor.deviceId;
      if (board.phase.kind === 'waiting') board.phase = { kind: 'awaiting-hello' };
      else leaveHall(board, 'taken-over');
      board.bye(same ? 'taken-over' : 'board/already-here');
    }
  }

  /** The device has no lesson now; it is called when there is one. */
  wait(session: Session, actor: RoomDevice, proof: Proof): void {
    this.yieldTo(session, actor, null);
    session.phase = { kind: 'waiting', actor, proof };
  }

  /** Brings every board and phone whose classroom is in a lesson now into it: pushes a snapshot. */
  async call(): Promise<void> {
    for (const session of [...this.#deps.sessions()]) {
      try {
        await this.#callOne(session);
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'a board could not be called into its lesson; it is tried again');
      }
    }
  }

  close(): void {
    this.#cancel();
  }

  async #callOne(session: Session): Promise<void> {
    const device = roomDeviceOf(session);
    const { phase } = session;
    if (!device || phase.kind === 'awaiting-hello' || isIn(session, 'live')) return;
    const lessonId = await this.#deps.catalogue.currentLessonOf(device.classroomId, this.#deps.clock.now());
    const here = phase.kind === 'joined' ? phase.hall.room.lessonId : null;
    if (lessonId === null || lessonId === here) return;
    const hall = await this.#deps.halls.enter(lessonId);
    if ('ok' in hall || hall.room.isClosed || session.phase !== phase) return;
    leaveHall(session, 'next-lesson');
    hall.join(session, device, phase.proof, null);
    session.send('snapshot', hall.snapshotFor(device));
  }

  #tick(): void {
    void this.call();
    this.#cancel = this.#deps.clock.after(CALL_MS, () => this.#tick());
  }

  #others(session: Session, { classroomId }: RoomDevice): Session[] {
    return [...this.#deps.sessions()].filter((other) => {
      const device = roomDeviceOf(other);
      return other !== session && other.connected && device?.role === 'board' && device.classroomId === classroomId;
    });
  }
}

function leaveHall(session: Session, cause: string): void {
  const { phase } = session;
  if (phase.kind === 'joined') phase.hall.leave(session, cause);
}

function isIn({ phase }: Session, lessonPhase: Hall['room']['state']['phase']): boolean {
  return phase.kind === 'joined' && phase.hall.room.state.phase === lessonPhase;
}
