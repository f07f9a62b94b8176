/** A step of the run of show: a page of the deck, or a question; `page` is the one to which it is pinned. */
export type Step =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'question'; readonly questionId: string; readonly page: number | null };

/**
 * [PK1] The order in which a lesson goes: each page, from 1, followed by the questions that are pinned to it; then the lesson's other
 * questions. `pins` are the questions of each page in their order. A question that is pinned is not among the others again.
 */
export function runOfShow(pins: readonly (readonly string[])[], prepared: readonly string[]): readonly Step[] {
  const pinned = new Set(pins.flat());
  const pages = pins.flatMap((questionIds, index): Step[] => {
    const page = index + 1;
    return [
      { kind: 'page', page },
      ...questionIds.map((questionId) => ({ kind: 'question', questionId, page }) as const),
    ];
  });
  const others = prepared.filter((questionId) => !pinned.has(questionId));
  return [...pages, ...others.map((questionId) => ({ kind: 'question', questionId, page: null }) as const)];
}
