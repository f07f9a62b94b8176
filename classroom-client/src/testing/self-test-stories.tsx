import type { Measures } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { SelfTestSheet } from '../screens/shared/SelfTestSheet.tsx';
import { createFixture } from './fixtures.ts';

const GREEN: Measures = {
  camera: 'fine',
  microphone: 'fine',
  loudspeaker: 'fine',
  echo: 'fine',
  down: 18_400_000,
  up: 4_200_000,
  loss: 0.002,
  roundTrip: 38,
  path: 'udp',
  clock: 400,
};
const YELLOW: Measures = { ...GREEN, echo: 'heard', up: 410_000, path: 'tcp', roundTrip: 340 };
const RED: Measures = { ...YELLOW, microphone: 'refused', loudspeaker: null, echo: null, down: 90_000, loss: 0.17 };

const rooms = Object.values(createFixture().state().classrooms);

function sheet(run: () => Promise<Measures>): ReactNode {
  return <SelfTestSheet run={run} send={async () => ({ ok: true, version: 1 })} rooms={rooms} onClose={() => {}} />;
}

const colours = {
  running: () => sheet(() => new Promise<never>(() => {})),
  green: () => sheet(async () => GREEN),
  yellow: () => sheet(async () => YELLOW),
  red: () => sheet(async () => RED),
};

/** The self-test on a laptop and on a board, in every colour. */
export const selfTestStories: Readonly<Record<string, () => ReactNode>> = Object.fromEntries(
  ['teach', 'board'].flatMap((screen) =>
    Object.entries(colours).map(([colour, story]) => [`${screen}-self-test-${colour}`, story]),
  ),
);
/** What the rooms of a lobby found. */
export const FOUND: Readonly<Record<string, Measures>> = { c1: YELLOW, c2: GREEN };
