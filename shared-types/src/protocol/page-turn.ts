import type { EventBatch } from './server-messages.ts';

/** [PG3] A batch that is one turned page, as it travels: `from`, `upTo` and the page. It belongs to the lesson that the screen is in. */
export type PageTurn = readonly [from: number, upTo: number, page: number];

/** The batch that a turn stands for. It says nothing of the server's clock. */
export function batchOfTurn(lessonId: string, [from, upTo, page]: PageTurn): EventBatch {
  return { lessonId, from, upTo, now: 0, events: [{ type: 'page.turned', page }] };
}
