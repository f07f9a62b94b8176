import { type Datagram, type DtlsParameters, refuse, type SeatId, type SfuReplies } from '@tongke/shared-types';
import type { EngineRouter } from '../media/engine.ts';
import { DONE, done, type Result } from '../media/result.ts';
import { type ChannelEnd, SeatChannel } from './seat-channel.ts';

export interface TabletRoomOptions {
  /** Opens a router on the tablets' worker. */
  readonly openRouter: () => Promise<EngineRouter>;
  /** Numbers that were never given before. */
  readonly nextNumber: () => number;
  readonly deliver: (datagram: Datagram) => void;
  readonly onOpened: (channel: SeatChannel) => void;
  readonly onClosed: (channel: SeatChannel, cause: ChannelEnd | null) => void;
  /** The last channel went. */
  readonly onEmpty: () => void;
  /** The worker died below this room, which closed itself. */
  readonly onLost: () => void;
}

/** [DP3] The data channels of one lesson's seats, one a seat; a seat's verbs run one after another. */
export class TabletRoom {
  readonly #options: TabletRoomOptions;
  readonly #channels = new Map<SeatId, SeatChannel>();
  #router: Promise<EngineRouter> | null = null;
  #opening = 0;
  #closed = false;

  constructor(options: TabletRoomOptions) {
    this.#options = options;
  }

  get channels(): SeatChannel[] {
    return [...this.#channels.values()];
  }

  /** An older channel of the seat ends first. */
  async open(
    { seatId, holder }: Pick<SeatChannel, 'seatId' | 'holder'>,
    dtlsParameters: DtlsParameters,
  ): Promise<Result<SfuReplies['data.open']>> {
    this.#opening += 1;
    try {
      this.#drop(seatId, null);
      const opened = await (await this.#openRouter()).openChannel(dtlsParameters);
      if (!opened.ok) return opened;
      const engine = opened.result;
      if (this.#closed) {
        engine.close();
        return refuse('media/unavailable');
      }
      const number = this.#options.nextNumber();
      const channel = new SeatChannel({
        seatId,
        holder,
        number,
        engine,
        deliver: (message) => this.#options.deliver({ channel: number, message }),
        onEnded: (cause) => {
          this.#drop(seatId, cause);
          this.#leaveIfEmpty();
        },
      });
      this.#channels.set(seatId, channel);
      this.#options.onOpened(channel);
      return done({ channel: number, offer: engine.offer });
    } finally {
      this.#opening -= 1;
      this.#leaveIfEmpty();
    }
  }

  /** Ends this channel of the seat; one that is gone or was replaced needs no ending. */
  closeSeat(seatId: SeatId, channel: number): Result<Record<string, never>> {
    if (this.#channels.get(seatId)?.number === channel) this.#drop(seatId, null);
    this.#leaveIfEmpty();
    return DONE;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const seatId of [...this.#channels.keys()]) this.#drop(seatId, null);
    this.#router?.then((router) => router.close()).catch(() => undefined);
  }

  #drop(seatId: SeatId, cause: ChannelEnd | null): void {
    const channel = this.#channels.get(seatId);
    if (!channel) return;
    this.#channels.delete(seatId);
    channel.close();
    this.#options.onClosed(channel, cause);
  }

  #leaveIfEmpty(): void {
    if (this.#closed || this.#opening > 0 || this.#channels.size > 0) return;
    this.close();
    this.#options.onEmpty();
  }

  #openRouter(): Promise<EngineRouter> {
    this.#router ??= this.#options.openRouter().then((router) => {
      router.onLost(() => {
        if (this.#closed) return;
        this.close();
        this.#options.onLost();
      });
      return router;
    });
    return this.#router;
  }
}
