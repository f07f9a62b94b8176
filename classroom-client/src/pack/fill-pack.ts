import type { LessonPack, PackState } from '@tongke/shared-types';
import { pauseAfter, type wait } from '../api/try-again.ts';
import type { PackShelf } from './pack-shelf.ts';
import { picturesOf } from './pictures-of.ts';

interface Filling {
  /** At which page the lesson stands, from 1. */
  readonly page: number;
  readonly signal: AbortSignal;
  readonly onState: (state: PackState) => void;
  /** True while a lesson runs: what belongs to it goes first. */
  readonly isBusy: () => boolean;
}

interface Ways {
  /** One picture at the lowest priority; null when it did not come. */
  readonly fetch: (hash: string, signal: AbortSignal) => Promise<Blob | null>;
  readonly wait: typeof wait;
  readonly now: () => number;
}

/** While a lesson runs the pack rests for so many times as long as a picture took: a quarter of the link at most. */
const REST = 3;

/**
 * [PK4] Fetches what is missing of a pack onto the shelf, one picture at a time; what is there already is not fetched again. What does not
 * come, or is not what its hash says, is asked for again after a pause. Ends when everything is there or it is stopped.
 */
export async function fillPack(pack: LessonPack, shelf: PackShelf, filling: Filling, ways: Ways): Promise<void> {
  const { page, signal, onState, isBusy } = filling;
  const held = new Set<string>();
  const wanted = picturesOf(pack, page);
  for (const { hash } of wanted) if (await shelf.has(hash)) held.add(hash);
  const say = () => onState(packStateOf(pack, held));
  say();
  for (const { hash } of wanted) {
    for (let tries = 0; !held.has(hash) && !signal.aborted; tries += 1) {
      const began = ways.now();
      const picture = await ways.fetch(hash, signal);
      if (signal.aborted) return;
      if (picture && (await shelf.put(hash, picture))) held.add(hash);
      else await ways.wait(pauseAfter(tries), signal);
      if (held.has(hash) && isBusy()) await ways.wait(REST * (ways.now() - began), signal);
    }
    if (signal.aborted) return;
    say();
  }
}

/** How much of a pack is on the shelf; a page that could not be drawn is missed by nobody. */
function packStateOf(pack: LessonPack, held: ReadonlySet<string>): PackState {
  const all = picturesOf(pack, 1);
  return {
    done: pack.pages.filter(({ large }) => !large || held.has(large.hash)).length,
    pages: pack.pages.length,
    questions: pack.questions.length,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    ready: all.every(({ hash }) => held.has(hash)),
  };
}
