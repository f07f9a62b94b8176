import { type Refused, refuse } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { Catalogue } from '../store/catalogue-stores.ts';
import type { BlobStore } from './blob-store.ts';
import { fewAtOnce } from './few-at-once.ts';
import { reEncode } from './re-encode.ts';

export interface BlobDeskDeps {
  readonly store: BlobStore;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
}

const SWEEP_MS = 60 * 60_000;
/** Each takes one thread of its own; the event loop and the disk's threads stay free for lessons. */
const CONVERSIONS = 2;

/** Takes pictures in, hands them out, and lets go of those that are nobody's any more. Who may do either is asked before. */
export class BlobDesk {
  readonly #deps: BlobDeskDeps;
  readonly #convert = fewAtOnce(CONVERSIONS);
  /** Files come with their rows and go without them, one after the other. */
  readonly #inTurn = fewAtOnce(1);
  #cancelSweep = () => {};

  constructor(deps: BlobDeskDeps) {
    this.#deps = deps;
  }

  /** [BL1] [BL2] [BL3] Makes a picture of it and keeps it; `note` writes down whose it is. Both are on the disk when it answers the hash. */
  async take(bytes: Uint8Array, note: (hash: string) => Promise<void>): Promise<{ readonly hash: string } | Refused> {
    const jpeg = await this.#convert(() => reEncode(bytes));
    if (!(jpeg instanceof Uint8Array)) return jpeg;
    return this.#inTurn(async () => {
      const hash = await this.#deps.store.put(jpeg);
      await note(hash);
      return { hash };
    });
  }

  /** Keeps pictures that are made already; `note` writes their hashes down. All of it is on the disk when it resolves. */
  async keep(pictures: readonly Uint8Array[], note: (hashes: readonly string[]) => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      const hashes: string[] = [];
      for (const picture of pictures) hashes.push(await this.#deps.store.put(picture));
      await note(hashes);
    });
  }

  /** Null when there is no such file. */
  bytesOf(hash: string): Promise<number | null> {
    return this.#deps.store.size(hash);
  }

  async read(hash: string): Promise<Buffer | Refused> {
    return (await this.#deps.store.get(hash)) ?? refuse('not-found');
  }

  /**
   * [BL6] Deletes what is due: old photos, those of children who were erased, and pictures without a question. Never rejects: what
   * the disk did not let go is tried again within the hour.
   */
  async sweep(): Promise<void> {
    const { catalogue, store, clock, log } = this.#deps;
    try {
      await this.#inTurn(async () => {
        await catalogue.photos.forget(clock.now());
        await catalogue.pictures.forget(clock.now());
        await store.keepOnly(await catalogue.pictures.namedBlobs());
      });
    } catch (error) {
      log.warn({ err: error }, 'photos that are due could not be deleted');
    }
  }

  /** Sweeps now and every hour until the desk closes. */
  async sweepHourly(): Promise<void> {
    await this.sweep();
    this.#later();
  }

  close(): void {
    this.#cancelSweep();
  }

  #later(): void {
    this.#cancelSweep = this.#deps.clock.after(SWEEP_MS, () => void this.sweepHourly());
  }
}
