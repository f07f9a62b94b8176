import { type Actor, type Command, type CommandReply, refuse } from '@tongke/shared-types';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';

interface ChooseDeck {
  readonly id: string;
  readonly command: Extract<Command, { type: 'deck.choose' }>;
  readonly actor: Actor;
}

/** [PG1] The lead teacher takes a deck of the own: the catalogue says whose it is, what it is called and how many pages it has. */
export async function chooseDeck(
  room: LessonRoom,
  { id, command, actor }: ChooseDeck,
  catalogue: LessonCatalogue,
): Promise<CommandReply> {
  if (actor.role !== 'lead' || actor.staffId !== room.state.leadId) return refuse('not-allowed');
  const { deckId } = command;
  const deck = await catalogue.deck(deckId);
  if (!deck) return refuse('not-found');
  if (deck.accountId !== actor.staffId) return refuse('not-allowed');
  if (deck.pages === null) return refuse('deck/not-ready');
  const { title, pages } = deck;
  return room.ask({ type: 'deck.put', deckId, title, pages }, { id, command });
}
