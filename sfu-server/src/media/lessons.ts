import type { LessonId, SfuLesson, SfuNotice } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { EngineRouter } from './engine.ts';
import { MediaRoom } from './media-room.ts';

export interface LessonsOptions {
  /** Of this process; every room adds its own number, so that no two rooms of a lesson share an id. */
  readonly sfuId: string;
  readonly openRouter: () => Promise<EngineRouter>;
  readonly notify: (notice: SfuNotice) => void;
  readonly log: Log;
}

/** The lessons that this server carries, known by id only. */
export class Lessons {
  readonly #options: LessonsOptions;
  readonly #rooms = new Map<LessonId, MediaRoom>();
  #opened = 0;

  constructor(options: LessonsOptions) {
    this.#options = options;
  }

  get sfuId(): string {
    return this.#options.sfuId;
  }

  room(lessonId: LessonId): MediaRoom | undefined {
    return this.#rooms.get(lessonId);
  }

  openRoom(lessonId: LessonId): MediaRoom {
    const known = this.#rooms.get(lessonId);
    if (known) return known;
    const { sfuId, openRouter, notify, log } = this.#options;
    this.#opened += 1;
    const room = new MediaRoom({
      lessonId,
      sfuId: `${sfuId}-${this.#opened}`,
      openRouter,
      notify: (notice) => notify({ ...notice, lessonId }),
      onLost: () => {
        this.#rooms.delete(lessonId);
        log.error({ lessonId }, 'lesson lost with its worker');
        notify({ type: 'lesson.lost', lessonId });
      },
    });
    this.#rooms.set(lessonId, room);
    log.info({ lessonId }, 'lesson opened');
    return room;
  }

  closeRoom(lessonId: LessonId): void {
    const room = this.#rooms.get(lessonId);
    if (!room) return;
    this.#rooms.delete(lessonId);
    room.close();
    this.#options.log.info({ lessonId }, 'lesson closed');
  }

  closeAll(): void {
    for (const lessonId of [...this.#rooms.keys()]) this.closeRoom(lessonId);
  }

  /** [WL5] Looks at every link; `now` in ms of one monotonic clock. */
  async sample(now: number): Promise<void> {
    for (const room of [...this.#rooms.values()]) await room.sample(now);
  }

  list(): SfuLesson[] {
    return [...this.#rooms.values()].map((room) => room.list());
  }
}
