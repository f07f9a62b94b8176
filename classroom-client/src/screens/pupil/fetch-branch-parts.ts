import { moreKinds } from './AnswerPad.tsx';
import { resultPart } from './LateResult.tsx';

/** [BR13] Fetches what a question on a branch may show: over plain HTTP nothing can be fetched once the link is cut. */
export function fetchBranchParts(): void {
  moreKinds.fetch();
  resultPart.fetch();
}
