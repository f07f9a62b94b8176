import type { LessonPack } from '@tongke/shared-types';
import { pathOf, SHELF } from './picture-on-shelf.ts';
import { sha256 } from './sha256.ts';

const PACK = '/pack';

/** Where a board keeps the pack of its lesson: pictures by their hash, over reloads and without a network. */
export interface PackShelf {
  readonly has: (hash: string) => Promise<boolean>;
  /** Keeps a picture if its bytes are what the hash says; answers whether they were. */
  readonly put: (hash: string, picture: Blob) => Promise<boolean>;
  readonly keepPack: (pack: LessonPack) => Promise<void>;
  /** The pack that was kept last, or null. */
  readonly pack: () => Promise<LessonPack | null>;
  /** Lets go of every picture that none of these names. */
  readonly keepOnly: (hashes: ReadonlySet<string>) => Promise<void>;
}

/** [PK4] The browser's Cache, which exists on secure pages alone: all boards have one, tablets over plain HTTP do not (null). */
export function openPackShelf(): PackShelf | null {
  if (typeof caches === 'undefined') return null;
  const shelf = () => caches.open(SHELF);
  return {
    has: async (hash) => (await (await shelf()).match(pathOf(hash))) !== undefined,
    put: async (hash, picture) => {
      if ((await sha256(picture)) !== hash) return false;
      await (await shelf()).put(pathOf(hash), new Response(picture));
      return true;
    },
    keepPack: async (pack) => (await shelf()).put(PACK, new Response(JSON.stringify(pack))),
    pack: async () => {
      const kept = await (await shelf()).match(PACK);
      return kept ? ((await kept.json()) as LessonPack) : null;
    },
    keepOnly: async (hashes) => {
      const held = await shelf();
      const paths = new Set([PACK, ...[...hashes].map(pathOf)]);
      for (const request of await held.keys())
        if (!paths.has(new URL(request.url).pathname)) await held.delete(request);
    },
  };
}
