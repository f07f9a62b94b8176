import { closeSync, existsSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { buildDisk } from './build-disk.ts';
import { afterPowerCut, type Unsynced, unsyncedIn } from './journal.ts';

const CONTROL_BYTES = 64;
/** Places in `struct control` of disk.c. */
const FIELDS = { full: 0, syncUs: 1, jumpMs: 2, syncs: 3, refused: 4 } as const;

/** The disk and the wall clock of one server, as `disk.c` makes them; they outlive its process. */
export class Disk {
  readonly env: NodeJS.ProcessEnv;
  readonly #control: number;
  readonly #controlFile: string;
  readonly #journal: string;

  /** `folder` is for its own two files, beside the data. */
  constructor(folder: string) {
    this.#controlFile = join(folder, 'control');
    this.#journal = join(folder, 'journal');
    writeFileSync(this.#controlFile, Buffer.alloc(CONTROL_BYTES));
    writeFileSync(this.#journal, '');
    this.#control = openSync(this.#controlFile, 'r+');
    this.env = { TONGKE_DISK: folder, LD_PRELOAD: buildDisk() };
  }

  /** From now on every write finds the disk full, or has room again. */
  set full(full: boolean) {
    this.#set('full', full ? 1 : 0);
  }

  /** What every sync takes from now on. */
  set syncMs(ms: number) {
    this.#set('syncUs', ms * 1_000);
  }

  /** How far the wall clock is off from now on. */
  set clockOffMs(ms: number) {
    this.#set('jumpMs', ms);
  }

  get syncs(): number {
    return this.#get('syncs');
  }

  /** How many writes found the disk full. */
  get refused(): number {
    return this.#get('refused');
  }

  /**
   * The server was killed by a power cut: what it had not synced is lost, but for what `survives`. Answers how many changes were
   * lost. Call it while no process has the files open.
   */
  loseUnsynced(survives: (change: Unsynced) => boolean): number {
    const unsynced = unsyncedIn(readFileSync(this.#journal));
    let lost = 0;
    const chosen = new Map(unsynced.map((change) => [change, survives(change)]));
    for (const path of new Set(unsynced.map((change) => change.path))) {
      rmSync(path.replace(/(-wal)?$/, '-shm'), { force: true });
      const changes = unsynced.filter((change) => change.path === path);
      if (!existsSync(path)) continue;
      lost += changes.filter((change) => !chosen.get(change)).length;
      writeFileSync(
        path,
        afterPowerCut(readFileSync(path), changes, (change) => chosen.get(change) === true),
      );
    }
    this.forget();
    return lost;
  }

  /** The process is gone, and the machine has written what it had: nothing is lost any more. */
  forget(): void {
    truncateSync(this.#journal);
  }

  close(): void {
    closeSync(this.#control);
  }

  #set(field: keyof typeof FIELDS, value: number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(Math.round(value)));
    writeSync(this.#control, bytes, 0, 8, FIELDS[field] * 8);
  }

  #get(field: keyof typeof FIELDS): number {
    return Number(readFileSync(this.#controlFile).readBigInt64LE(FIELDS[field] * 8));
  }
}
