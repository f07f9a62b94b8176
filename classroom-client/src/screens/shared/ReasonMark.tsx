import type { HandReason } from '@tongke/shared-types';

const LINES: Readonly<Record<HandReason, string>> = {
  answer: 'M4 5h16v11h-8l-5 4v-4H4z',
  ask: 'M7.500 8.500a4.500 4.500 0 1 1 6.500 4c-1.300.7-2 1.500-2 3M12 20v.1',
  show: 'M4 4h16v16H4zM4 16l5-5 4 4 3-3 4 4',
};

/** Why a hand is up, drawn as the other marks are: a speech bubble, a question mark, a picture. */
export function ReasonMark({ reason }: { readonly reason: HandReason }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" width="1em" height="1em" style={{ verticalAlign: '-0.12em' }}>
      <path
        d={LINES[reason]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
