import { type Actor, type InkPoint, openSheets, packPoints } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import { board, type Fixture, LEAD } from './fixtures.ts';

type Then = (fixture: Fixture) => void;
type Screen = (then: Then) => ReactNode;

let strokes = 0;
type Pen = Partial<{
  tool: 'pen' | 'highlighter' | 'arrow' | 'rectangle' | 'ellipse' | 'text';
  colour: number;
  width: number;
  at: number;
}>;

/** Draws on the sheet that is open, or on the one at this place. */
function draw(
  fixture: Fixture,
  actor: Actor,
  points: readonly InkPoint[],
  { at = 0, ...pen }: Pen = {},
  text: string | null = null,
) {
  strokes += 1;
  fixture.send(actor, {
    ...{ type: 'ink.draw', sheet: openSheets(fixture.state())[at] ?? '', strokeId: `s${strokes}`, text },
    ...{ tool: 'pen', colour: 1, width: 45, points: packPoints(points), ...pen },
  });
}

/** A curl that begins here, as a hand with a pen makes it. */
const curl = (x: number, y: number, pressure = false): readonly InkPoint[] =>
  Array.from({ length: 60 }, (_, n) => [
    Math.round(x + n * 40),
    Math.round(y + 320 * Math.sin(n / 5)),
    pressure ? Math.round(7 + 6 * Math.sin(n / 9)) : 8,
  ]);

/** A blank page with ink of every kind. */
export const inked: Then = (fixture) => {
  fixture.send(LEAD, { type: 'paper.add', photo: null });
  draw(fixture, LEAD, curl(800, 1_000, true), { colour: 0 });
  draw(fixture, LEAD, curl(4_200, 1_000), { colour: 2 });
  draw(
    fixture,
    LEAD,
    [
      [800, 2_400, 8],
      [4_800, 2_400, 8],
    ],
    { tool: 'highlighter', colour: 4, width: 260 },
  );
  draw(
    fixture,
    LEAD,
    [
      [5_500, 2_000, 8],
      [8_800, 3_600, 8],
    ],
    { tool: 'rectangle', colour: 1, width: 35 },
  );
  draw(
    fixture,
    LEAD,
    [
      [6_000, 2_200, 8],
      [8_300, 3_400, 8],
    ],
    { tool: 'ellipse', colour: 3, width: 35 },
  );
  draw(
    fixture,
    LEAD,
    [
      [1_000, 4_600, 8],
      [5_200, 3_200, 8],
    ],
    { tool: 'arrow', colour: 1, width: 35 },
  );
  draw(fixture, LEAD, [[900, 2_400, 8]], { tool: 'text', colour: 0, width: 420 }, '四分之一 = 1/4');
};
const pens =
  (sides: boolean): Then =>
  (fixture) => {
    inked(fixture);
    fixture.send(LEAD, { type: 'pens.set', classroomIds: ['c1', 'c2'], sides });
    draw(fixture, board('c1'), curl(1_500, 4_000), { colour: 1, width: 70 });
    draw(fixture, board('c2'), curl(3_500, 4_200), { colour: 2, width: 70, at: sides ? 1 : 0 });
  };
const zoomed: Then = (fixture) => {
  inked(fixture);
  fixture.send(LEAD, { type: 'page.zoom', region: { x: 500, y: 500, size: 5_000 } });
};

const acting: Then = (fixture) => {
  inked(fixture);
  fixture.send(LEAD, { type: 'lead.hand', to: 'c1' });
};

/** Pages with ink: the lead teacher's panel, the board, the assistant's phone. */
export function inkStories({
  teach,
  onBoard,
  onPhone,
}: {
  readonly teach: Screen;
  readonly onBoard: Screen;
  readonly onPhone: Screen;
}): Readonly<Record<string, () => ReactNode>> {
  return {
    'teach-ink': () => teach(inked),
    'teach-ink-pens': () => teach(pens(false)),
    'teach-ink-sides': () => teach(pens(true)),
    'board-ink': () => onBoard(inked),
    'board-ink-pen': () => onBoard(pens(false)),
    'board-ink-sides': () => onBoard(pens(true)),
    'board-ink-zoom': () => onBoard(zoomed),
    'phone-ink': () => onPhone(inked),
    'board-ink-acting': () => onBoard(acting),
    'phone-ink-acting': () => onPhone(acting),
  };
}
