import type { Server as HttpServer } from 'node:http';
import type { Addresses } from '@tongke/shared-types';
import type { LessonWindow } from './blobs/lesson-window.ts';
import { lessonWindowOn } from './blobs/lesson-window-on.ts';
import { openGateway } from './gateway/gateway.ts';
import { Halls } from './gateway/halls.ts';
import type { GuessLimiter } from './guard/guess-limiter.ts';
import type { Revocations } from './guard/revocations.ts';
import type { Log } from './log.ts';
import { DataDesk } from './media/data-desk.ts';
import type { Datagrams } from './media/datagrams.ts';
import { MediaDesk } from './media/media-desk.ts';
import { followWithMedia } from './media/media-effects.ts';
import type { SfuLink } from './media/sfu-link.ts';
import { SfuMemory } from './media/sfu-memory.ts';
import { SfuNotices } from './media/sfu-notices.ts';
import type { TurnConfig } from './media/turn-servers.ts';
import type { Clock } from './room/clock.ts';
import { markTimetable } from './room/mark-timetable.ts';
import { LessonRegistry, type RegistryDeps } from './room/registry.ts';
import type { LessonCatalogue } from './store/catalogue.ts';
import type { EventStore } from './store/event-store.ts';
import { type PreciseClock, systemPreciseClock } from './timing/precise-clock.ts';
import { TimingDesk } from './timing/timing-desk.ts';

export interface LessonSideDeps {
  readonly servers: readonly HttpServer[];
  readonly store: EventStore;
  readonly catalogue: LessonCatalogue;
  readonly link: SfuLink;
  readonly guesses: GuessLimiter;
  readonly revocations: Revocations;
  readonly addresses: Addresses;
  readonly clock: Clock;
  /** Stamps what leaves and arrives; the machine's own where none is given. */
  readonly precise?: PreciseClock;
  /** The tablets' data path; the SFU's where none is given. */
  readonly datagrams?: Datagrams;
  /** The school's TURN server, if it has one. */
  readonly turn?: TurnConfig | null;
  readonly log: Log;
  readonly fresh?: RegistryDeps['fresh'];
}

export interface LessonSide {
  readonly registry: LessonRegistry;
  /** The tablets' data channels. */
  readonly datagrams: Datagrams;
  readonly window: LessonWindow;
  /** A roster or a setting changed: lessons that run take new seats and names over. */
  classroomChanged(classroomId: string): void;
  /** A school's settings, or what it agreed with another school: lessons that join it take them over. */
  schoolChanged(schoolId: string): void;
  /** The timetable changed about this lesson. */
  lessonChanged(lessonId: string): void;
  close(): void;
}

/** Puts lessons, media and sockets together, and lets lessons that were running go on. */
export async function openLessonSide(deps: LessonSideDeps): Promise<LessonSide> {
  const { store, catalogue, link, clock, log, fresh } = deps;
  const registry = new LessonRegistry({ store, catalogue, clock, log, ...(fresh && { fresh }) });
  const timing = new TimingDesk({ clock, precise: deps.precise ?? systemPreciseClock, log });
  // First: the key of a buzzer leaves before the screens are told that it has started.
  registry.onOpened((room) => timing.follow(room));
  const halls = new Halls({ registry, catalogue, clock, log, timing });
  registry.onOpened((room) => followWithMedia(room, { link, peers: halls, clock, log }));
  registry.onOpened((room) => markTimetable(room, catalogue, log));
  const memory = new SfuMemory();
  const notices = new SfuNotices({ link, memory, registry, peers: halls, clock, log });
  const dataDesk = new DataDesk({ link, registry, seats: halls, clock, log });
  timing.use(deps.datagrams ?? dataDesk);
  await registry.resume();
  link.listen(notices);
  link.listen(dataDesk);
  const desk = new MediaDesk(link, memory, clock, deps.turn);
  const gateway = openGateway({ ...deps, registry, halls, desk, dataDesk, timing });
  return {
    registry,
    datagrams: dataDesk,
    window: lessonWindowOn(registry),
    classroomChanged(classroomId) {
      for (const { room } of halls.all) {
        if (room.state.classrooms[classroomId]) void refresh(room.lessonId);
      }
    },
    schoolChanged(schoolId) {
      for (const { room } of halls.all) {
        const classrooms = Object.values(room.state.classrooms);
        if (classrooms.some((classroom) => classroom.schoolId === schoolId)) void refresh(room.lessonId);
      }
    },
    lessonChanged: (lessonId) => void revise(lessonId),
    close() {
      timing.close();
      gateway.close();
      registry.close();
      link.close();
    },
  };

  async function revise(lessonId: string): Promise<void> {
    try {
      await registry.revise(lessonId);
    } catch (error) {
      log.warn({ err: error, lesson: lessonId }, 'a changed timetable could not be taken over');
    }
  }

  async function refresh(lessonId: string): Promise<void> {
    try {
      const hall = await halls.enter(lessonId);
      if (!('ok' in hall)) await hall.reloadNames();
    } catch (error) {
      log.warn({ err: error, lesson: lessonId }, 'a changed roster or setting could not be taken over');
    }
  }
}
