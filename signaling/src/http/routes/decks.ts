import { DECK_LIMITS, type DeckItem, refuse } from '@tongke/shared-types';
import { hasDeck } from '../../blobs/has-deck.ts';
import type { StoredDeck } from '../../store/catalogue-decks.ts';
import type { CatalogueStores } from '../../store/catalogue-stores.ts';
import { searchable } from '../../store/searchable.ts';
import type { Handlers, Staff } from '../handlers.ts';
import type { HttpDeps } from '../http-deps.ts';
import { isRefused } from '../is-refused.ts';
import { own } from '../own.ts';

type Routes =
  | 'GET /api/decks'
  | 'POST /api/decks'
  | 'PUT /api/decks/:id/file'
  | 'PATCH /api/decks/:id'
  | 'DELETE /api/decks/:id'
  | 'PUT /api/decks/:id/pins'
  | 'GET /api/decks/:id/pages';

/** So much of the disk stays free, whatever is uploaded. */
const SPARE_BYTES = 1_000_000_000;
/** An upload, the PDF that may be made of it, and its pages. */
const NEEDED = 3;

/** [DK6] Routes for a teacher's decks, which are that account's alone, and for their pages, which a lesson's screens see too. */
export function deckRoutes({ catalogue, decks: desk, lessons, freeBytes, now }: HttpDeps): Handlers<Routes> {
  const shown = async (deckId: string) => {
    const deck = await catalogue.decks.byId(deckId);
    return deck ? { deck: listed(deck) } : refuse('not-found');
  };
  return {
    'GET /api/decks': async ({ staff: { accountId }, body: { text = '' } }) => {
      const all = await catalogue.decks.ofAccount(accountId);
      const found = text === '' ? null : await catalogue.decks.find(accountId, text);
      const named = (title: string) => searchable(title).includes(searchable(text));
      const decks = all.filter(({ deckId, title }) => !found || found.has(deckId) || named(title));
      return {
        decks: decks.map((deck) => listed(deck, found?.get(deck.deckId))),
        office: await desk.hasOffice(),
      };
    },

    'POST /api/decks': async ({ staff, body: { title, files } }) => {
      const free = await freeBytes();
      const bytes = files.reduce((sum, size) => sum + size, 0);
      if (free !== null && free < NEEDED * bytes + SPARE_BYTES) return refuse('storage-unavailable');
      return catalogue.atomically(async ({ decks }) => {
        if ((await decks.count(staff.accountId)) >= DECK_LIMITS.decks) return refuse('deck/shelf-full');
        const deck = await decks.byId(await decks.add(staff, title, files, now()));
        return deck ? { deck: listed(deck) } : refuse('not-found');
      });
    },

    'PUT /api/decks/:id/file': async ({ staff, id, from, body }) => {
      const known = await ownDeck(catalogue, staff, id);
      if (isRefused(known)) return known;
      const deck = await desk.take(id, from, body);
      return isRefused(deck) ? deck : { deck: listed(deck) };
    },

    'PATCH /api/decks/:id': async ({ staff, id, body }) => {
      const deck = await ownDeck(catalogue, staff, id);
      if (isRefused(deck)) return deck;
      await catalogue.decks.rename(id, body.title);
      return shown(id);
    },

    'DELETE /api/decks/:id': async ({ staff, id }) => {
      const deck = await ownDeck(catalogue, staff, id);
      if (isRefused(deck)) return deck;
      if (lessons.states().some(({ phase, slide }) => phase !== 'ended' && slide?.deckId === id))
        return refuse('still-in-use');
      await catalogue.decks.remove(id);
      await desk.drop(id);
      return {};
    },

    'PUT /api/decks/:id/pins': async ({ staff, id, body: { page, questionIds } }) =>
      catalogue.atomically(async (stores) => {
        const deck = await ownDeck(stores, staff, id);
        if (isRefused(deck)) return deck;
        if (deck.pages === null || page > deck.pages) return refuse('deck/no-such-page');
        for (const questionId of questionIds) {
          const question = await stores.questions.byId(questionId);
          if (question === null) return refuse('not-found');
          if (question.accountId !== staff.accountId) return refuse('not-allowed');
        }
        await stores.decks.pin(id, page, questionIds);
        return {};
      }),

    /** [PG5] Notes, text and pinned questions are for the deck's teacher alone. */
    'GET /api/decks/:id/pages': async ({ id, ...viewer }) => {
      const deck = await catalogue.decks.byId(id);
      const mine = deck !== null && viewer.staff?.accountId === deck.accountId;
      if (!mine && !hasDeck(viewer, id, lessons)) return refuse('not-allowed');
      return { pages: await catalogue.decks.pages(id, mine) };
    },
  };
}

/** [HT3] [DK6] Colleagues and administrators neither see nor change a deck. */
async function ownDeck({ decks }: Pick<CatalogueStores, 'decks'>, staff: Staff, id: string) {
  const deck = own(staff, await decks.byId(id));
  if (isRefused(deck)) return deck;
  return deck.accountId === staff.accountId ? deck : refuse('not-allowed');
}

function listed({ accountId: _, schoolId: __, ...deck }: StoredDeck, found: readonly number[] = []): DeckItem {
  return { ...deck, found };
}
