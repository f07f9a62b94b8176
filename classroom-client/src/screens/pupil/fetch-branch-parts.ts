import { moreKinds } from './AnswerPad.tsx';
import { resultPart } from './LateResult.tsx';
import { reasonsPart } from './PupilScreen.tsx';

/** [BR13] Fetches what a branch may show: over plain HTTP nothing can be fetched once the link is cut. */
export function fetchBranchParts(): void {
  moreKinds.fetch();
  resultPart.fetch();
  reasonsPart.fetch();
}
