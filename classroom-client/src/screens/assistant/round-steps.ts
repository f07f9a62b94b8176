import { type Command, isUnderWay, type Round } from '@tongke/shared-types';

type Word = 'leading.closeQuestion' | 'leading.closeBuzzer' | 'leading.reveal' | 'leading.dismiss';

/** What can be done with this round now, the next step first. */
export function roundSteps(round: Round | null): readonly { readonly word: Word; readonly command: Command }[] {
  if (!round) return [];
  const { roundId } = round;
  const dismiss = { word: 'leading.dismiss', command: { type: 'round.dismiss', roundId } } as const;
  const close = { type: 'round.close', roundId } as const;
  if (round.kind === 'buzzer') return round.order ? [dismiss] : [{ word: 'leading.closeBuzzer', command: close }];
  if (isUnderWay(round)) return [{ word: 'leading.closeQuestion', command: close }];
  const reveal = { word: 'leading.reveal', command: { type: 'question.reveal', roundId } } as const;
  return round.phase === 'closed' ? [reveal, dismiss] : [dismiss];
}
