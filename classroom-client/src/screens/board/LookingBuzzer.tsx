import type { BuzzerRound } from '@tongke/shared-types';
import { createStore } from 'zustand/vanilla';
import { BuzzerStage } from './BuzzerStage.tsx';
import type { BoardProps } from './board-props.ts';

/** Nobody presses here, so no cue comes: the round opens with the event. */
const NO_CUE = createStore(() => null);

/** A buzzer on a screen at which nobody presses. */
export function LookingBuzzer(props: BoardProps & { readonly round: BuzzerRound }) {
  return <BuzzerStage {...props} cue={NO_CUE} zones={null} />;
}
