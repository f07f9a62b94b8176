import type { Shelf } from './storage.ts';
import { isOver, isSamePlace, type KeptItem, type Vault } from './vault.ts';

const KEY = 'tongke.outbox';

/** The vault of a device that has no database, as in some private windows: the shelf, which may be a map that dies with the page. */
export function shelfVault(shelf: Shelf): Vault {
  const write = (items: readonly KeptItem[]) => shelf.setItem(KEY, JSON.stringify(items));
  const others = (item: KeptItem) => onShelf(shelf).filter((one) => !isSamePlace(one, item));
  return {
    keep: async (item) => write([...others(item), item]),
    settle: async (item) => {
      const kept = onShelf(shelf).find((one) => isSamePlace(one, item));
      if (kept?.id === item.id) write([...others(item), item]);
    },
    recall: async (lessonId, holder) =>
      onShelf(shelf)
        .filter((item) => item.lessonId === lessonId && item.holder === holder)
        .sort((a, b) => a.at - b.at),
    tidy: async (lessonId, roundId) => write(onShelf(shelf).filter((item) => !isOver(item, lessonId, roundId))),
  };
}

/** What lies on the shelf, in whichever shape it was left there. */
export function onShelf(shelf: Shelf): readonly KeptItem[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isItem) : ofOlderPage(kept as OlderKept).filter(isItem);
  } catch {
    // Something else was written there: it is replaced with the next answer.
    return [];
  }
}

export function clearShelf(shelf: Shelf): void {
  shelf.removeItem(KEY);
}

/** How pages before the database wrote: one lesson, by seat and round. */
interface OlderKept {
  readonly lessonId: string;
  readonly seats: Readonly<Record<string, Readonly<Record<string, Pick<KeptItem, 'id' | 'command' | 'state'>>>>>;
}

function ofOlderPage({ lessonId, seats }: OlderKept): KeptItem[] {
  return Object.entries(seats).flatMap(([seatId, items]) =>
    Object.entries(items).map(([roundId, { id, command, state }]) => {
      return { lessonId, roundId, seatId, holder: seatId, id, command, state, at: Date.now() };
    }),
  );
}

function isItem(item: KeptItem): boolean {
  return typeof item?.id === 'string' && typeof item.command?.type === 'string' && typeof item.seatId === 'string';
}
