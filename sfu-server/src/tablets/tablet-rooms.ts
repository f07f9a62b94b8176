import {
  type Datagram,
  type DtlsParameters,
  type LessonId,
  refuse,
  type SeatId,
  type SfuChannel,
  type SfuNotice,
  type SfuReplies,
} from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { EngineRouter } from '../media/engine.ts';
import { DONE, type Result } from '../media/result.ts';
import type { SeatChannel } from './seat-channel.ts';
import { TabletRoom } from './tablet-room.ts';

/** So long a seat that flooded its channel gets no other. */
const BARRED_MS = 60_000;

export interface TabletRoomsOptions {
  /** Opens a router on the tablets' worker. */
  readonly openRouter: () => Promise<EngineRouter>;
  /** What a tablet sent, at once when it arrives. */
  readonly deliver: (datagram: Datagram) => void;
  readonly notify: (notice: SfuNotice) => void;
  readonly log: Log;
}

/** [DP3] The data channels of all lessons' tablets, on a worker of their own. */
export class TabletRooms {
  readonly #options: TabletRoomsOptions;
  readonly #rooms = new Map<LessonId, TabletRoom>();
  readonly #byNumber = new Map<number, SeatChannel>();
  readonly #barred = new Map<string, NodeJS.Timeout>();
  #numbers = 0;

  constructor(options: TabletRoomsOptions) {
    this.#options = options;
  }

  async open(
    { lessonId, seatId, holder }: Omit<SfuChannel, 'channel'>,
    dtlsParameters: DtlsParameters,
  ): Promise<Result<SfuReplies['data.open']>> {
    if (this.#barred.has(`${lessonId}/${seatId}`)) return refuse('too-many-requests');
    return this.#openRoom(lessonId).open({ seatId, holder }, dtlsParameters);
  }

  closeSeat(lessonId: LessonId, seatId: SeatId, channel: number): Result<Record<string, never>> {
    return this.#rooms.get(lessonId)?.closeSeat(seatId, channel) ?? DONE;
  }

  /** False when there is no such channel (any more). */
  send(channel: number, message: Uint8Array): boolean {
    const known = this.#byNumber.get(channel);
    known?.send(message);
    return known !== undefined;
  }

  closeRoom(lessonId: LessonId): void {
    const room = this.#rooms.get(lessonId);
    this.#rooms.delete(lessonId);
    room?.close();
  }

  closeAll(): void {
    for (const lessonId of [...this.#rooms.keys()]) this.closeRoom(lessonId);
    for (const timer of this.#barred.values()) clearTimeout(timer);
    this.#barred.clear();
  }

  list(): SfuChannel[] {
    return [...this.#rooms].flatMap(([lessonId, { channels }]) =>
      channels.map(({ seatId, holder, number }) => ({ lessonId, seatId, holder, channel: number })),
    );
  }

  #openRoom(lessonId: LessonId): TabletRoom {
    const known = this.#rooms.get(lessonId);
    if (known) return known;
    const { openRouter, deliver, notify, log } = this.#options;
    const forget = () => {
      if (this.#rooms.get(lessonId) === room) this.#rooms.delete(lessonId);
    };
    const room: TabletRoom = new TabletRoom({
      openRouter,
      deliver,
      nextNumber: () => {
        this.#numbers += 1;
        return this.#numbers;
      },
      onOpened: (channel) => this.#byNumber.set(channel.number, channel),
      onClosed: ({ seatId, number }, cause) => {
        this.#byNumber.delete(number);
        if (cause === null) return;
        if (cause === 'flooded') this.#bar(lessonId, seatId);
        notify({ type: 'data.closed', lessonId, seatId, channel: number, cause });
      },
      onEmpty: forget,
      onLost: () => {
        forget();
        log.error({ lessonId }, 'data channels lost with their worker');
        notify({ type: 'data.lost', lessonId });
      },
    });
    this.#rooms.set(lessonId, room);
    return room;
  }

  #bar(lessonId: LessonId, seatId: SeatId): void {
    const key = `${lessonId}/${seatId}`;
    this.#options.log.warn({ lessonId, seatId }, 'a tablet flooded its data channel');
    clearTimeout(this.#barred.get(key));
    this.#barred.set(
      key,
      setTimeout(() => this.#barred.delete(key), BARRED_MS),
    );
  }
}
