/** What a self-test can find of each thing it looks at, and its colour. They are told in this order: whatever hurts a lesson most comes first. */
export const FINDINGS = {
  'path/none': 'red',
  'microphone/refused': 'red',
  'microphone/missing': 'red',
  'microphone/busy': 'red',
  'microphone/silent': 'red',
  'down/slow': 'red',
  'up/slow': 'red',
  'loss/high': 'red',
  'delay/long': 'red',
  'loudspeaker/unheard': 'yellow',
  'echo/heard': 'yellow',
  'camera/refused': 'yellow',
  'camera/missing': 'yellow',
  'camera/busy': 'yellow',
  'down/low': 'yellow',
  'up/low': 'yellow',
  'loss/some': 'yellow',
  'delay/some': 'yellow',
  'path/tcp': 'yellow',
  'clock/wrong': 'yellow',
  'camera/fine': 'green',
  'microphone/fine': 'green',
  'loudspeaker/fine': 'green',
  'echo/fine': 'green',
  'down/fine': 'green',
  'up/fine': 'green',
  'loss/fine': 'green',
  'delay/fine': 'green',
  'path/udp': 'green',
  'clock/fine': 'green',
} as const;

export type Finding = keyof typeof FINDINGS;
export type Colour = (typeof FINDINGS)[Finding];

/** All of them, from the worst. */
export const FINDINGS_IN_ORDER = Object.keys(FINDINGS) as [Finding, ...Finding[]];
/** Things that a self-test looks at: at most one finding of each. */
export const TESTED_THINGS = 10;

/** The colour of a verdict, the worst first: that of its first finding. Where nothing could be measured there is none. */
export function colourOf(findings: readonly Finding[]): Colour | null {
  const [worst] = findings;
  return worst ? FINDINGS[worst] : null;
}
