import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Refused, refuse } from '@tongke/shared-types';
import type { BlobDesk } from '../blobs/blob-desk.ts';
import { fewAtOnce } from '../blobs/few-at-once.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { StoredDeck } from '../store/catalogue-decks.ts';
import type { Catalogue } from '../store/catalogue-stores.ts';
import { diskTrouble } from '../store/store-unavailable.ts';
import { convertDeck, type DrawnPage } from './convert-deck.ts';

export interface DeckDeskDeps {
  readonly catalogue: Catalogue;
  readonly blobs: BlobDesk;
  /** For uploads that are not pages yet; private. */
  readonly folder: string;
  /** LibreOffice's program, looked for each time: it may be installed while the server runs. Null where it is not there. */
  readonly office: () => Promise<string | null>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Takes decks in piece by piece, makes pages of them one deck after the other, and lets go of what is nobody's. */
export class DeckDesk {
  readonly #deps: DeckDeskDeps;
  /** [DK3] One at a time: the other processor is for lessons. */
  readonly #convert = fewAtOnce(1);
  /** Pieces of one deck come one after the other. */
  readonly #writing = new Map<string, Promise<unknown>>();
  readonly #running = new Map<string, AbortController>();
  #closed = false;

  constructor(deps: DeckDeskDeps) {
    this.#deps = deps;
  }

  /** After a start: what was being made into pages begins anew, and what nobody finished uploading within a day goes. */
  async resume(): Promise<void> {
    const { catalogue, folder, clock } = this.#deps;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await catalogue.decks.forgetUploads(clock.now());
    const open = await catalogue.decks.unfinished();
    const known = new Set(open.map(({ deckId }) => deckId));
    for (const name of await readdir(folder)) if (!known.has(name)) await rm(join(folder, name), { recursive: true });
    for (const { deckId, status } of open) if (status !== 'uploading') this.#queue(deckId);
  }

  /** Whether PPTX, PPT and ODP can be read here. */
  async hasOffice(): Promise<boolean> {
    return (await this.#deps.office()) !== null;
  }

  /**
   * [DK1] The next bytes of an upload. What is here already changes nothing, so that a piece may come twice; with the last one the
   * deck is on the disk and waits for its turn. Answers `malformed` for bytes that are too many or leave a gap.
   */
  async take(deckId: string, from: number, bytes: Uint8Array): Promise<StoredDeck | Refused> {
    const before = this.#writing.get(deckId) ?? Promise.resolve();
    const work = before.catch(() => {}).then(() => this.#append(deckId, from, bytes));
    this.#writing.set(deckId, work);
    try {
      return await work;
    } finally {
      if (this.#writing.get(deckId) === work) this.#writing.delete(deckId);
    }
  }

  /** The deck is being removed: nothing of it is made any more. */
  async drop(deckId: string): Promise<void> {
    this.#running.get(deckId)?.abort();
    await rm(this.#placeOf(deckId), { recursive: true, force: true });
  }

  close(): void {
    this.#closed = true;
    for (const running of this.#running.values()) running.abort();
  }

  /** Resolves when nothing waits to be made into pages. */
  async settled(): Promise<void> {
    await this.#convert(async () => {});
  }

  async #append(deckId: string, from: number, bytes: Uint8Array): Promise<StoredDeck | Refused> {
    const { decks } = this.#deps.catalogue;
    const deck = await decks.byId(deckId);
    if (!deck) return refuse('not-found');
    const { received, status } = deck;
    if (status !== 'uploading' || from + bytes.length <= received) return deck;
    if (from > received || from + bytes.length > deck.bytes) return refuse('malformed');
    await mkdir(this.#placeOf(deckId), { recursive: true, mode: 0o700 });
    const all = from + bytes.length;
    const file = await open(this.#fileOf(deckId), from === 0 ? 'w' : 'r+', 0o600);
    try {
      await file.write(bytes, 0, bytes.length, from);
      if (all === deck.bytes) await file.sync();
    } finally {
      await file.close();
    }
    await decks.received(deckId, all, all === deck.bytes ? 'waiting' : 'uploading');
    if (all === deck.bytes) this.#queue(deckId);
    return (await decks.byId(deckId)) ?? refuse('not-found');
  }

  #queue(deckId: string): void {
    void this.#convert(() => this.#makePages(deckId));
  }

  /** Never rejects: a deck that could not be made says why. */
  async #makePages(deckId: string): Promise<void> {
    const { catalogue, office, clock, log } = this.#deps;
    const { decks } = catalogue;
    if (this.#closed) return;
    const running = new AbortController();
    this.#running.set(deckId, running);
    const { signal } = running;
    try {
      const sizes = await decks.begin(deckId);
      if (sizes === null) return;
      const folder = join(this.#placeOf(deckId), 'pages');
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { mode: 0o700 });
      const made = await convertDeck({
        ...{ file: this.#fileOf(deckId), sizes, folder, signal, clock },
        office: await office(),
        onPages: (count) => decks.willHave(deckId, count),
        onPage: (page) => this.#keep(deckId, page),
      });
      if ('ok' in made) await decks.refused(deckId, made.reason);
      else await decks.ready(deckId, made.pages);
    } catch (error) {
      if (signal.aborted) return;
      const trouble = diskTrouble(error);
      log.error({ err: error, deck: deckId }, trouble ?? 'a deck could not be made into pages');
      const reason = trouble === null ? 'deck/broken' : 'storage-unavailable';
      await decks.refused(deckId, reason).catch(() => {});
    } finally {
      this.#running.delete(deckId);
      if (!signal.aborted) await rm(this.#placeOf(deckId), { recursive: true, force: true });
    }
  }

  /** [DK4] The pictures and the row that names them are on the disk together. */
  async #keep(deckId: string, { files, ...page }: DrawnPage): Promise<void> {
    const pictures = files ? [await readFile(files.large), await readFile(files.small)] : [];
    await this.#deps.blobs.keep(pictures, async ([large = null, small = null]) =>
      this.#deps.catalogue.decks.addPage(deckId, { ...page, large, small }),
    );
  }

  #placeOf(deckId: string): string {
    return join(this.#deps.folder, deckId);
  }

  #fileOf(deckId: string): string {
    return join(this.#placeOf(deckId), 'upload');
  }
}
